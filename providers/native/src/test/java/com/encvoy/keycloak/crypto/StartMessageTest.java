package com.encvoy.keycloak.crypto;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StartMessageTest {

    @Test
    void librariesInUseAreNamedWithTheirVersion() {
        assertThat(new StartMessage()
                        .add("libsodium", NativeLibrary.loaded(1, "libsodium 1.0.20"), "hashes passwords")
                        .add("OpenSSL 3", NativeLibrary.loaded(1, "OpenSSL 3.5.1 1 Jul 2025"), "signs tokens")
                        .text())
                .isEqualTo(
                        "Native libraries: libsodium 1.0.20 hashes passwords, OpenSSL 3.5.1 1 Jul 2025 signs tokens");
    }

    @Test
    void othersAreNamedWithTheReason() {
        UnsatisfiedLinkError missing = new UnsatisfiedLinkError("""
                Unable to load library 'libcrypto.so.3':
                libcrypto.so.3: cannot open shared object file: No such file or directory
                libcrypto.so.3: cannot open shared object file: No such file or directory
                Native library (linux-x86-64/libcrypto.so.3) not found in resource path ([])""");

        assertThat(new StartMessage()
                        .add("libsodium", NativeLibrary.absent("switched off"), "hashes passwords")
                        .add("OpenSSL 3", NativeLibrary.absent(NativeLibrary.reason(missing)), "signs tokens")
                        .text())
                .isEqualTo("Native libraries: Java hashes passwords (libsodium: switched off), Java signs tokens"
                        + " (OpenSSL 3: Unable to load library 'libcrypto.so.3': libcrypto.so.3: cannot open shared"
                        + " object file: No such file or directory)");
    }

    @Test
    void aReasonWithoutAMessageIsTheNameOfTheError() {
        assertThat(NativeLibrary.reason(new StackOverflowError())).isEqualTo("java.lang.StackOverflowError");
    }
}
