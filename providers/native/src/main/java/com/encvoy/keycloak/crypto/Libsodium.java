package com.encvoy.keycloak.crypto;

import com.sun.jna.IntegerType;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * The password hashing functions of <a href="https://doc.libsodium.org/password_hashing/default_phf">libsodium</a>, as
 * its headers declare them.
 */
interface Libsodium extends Library {

    /** Argon2id, version 1.3 (RFC 9106), with one lane. */
    int ARGON2ID13 = 2;

    /** Required salt length in bytes. */
    int SALT_LENGTH = 16;

    /** Minimum hash length in bytes. */
    int MIN_HASH_LENGTH = 16;

    /** Minimum memory in KiB. */
    int MIN_MEMORY = 8;

    /** @return below 0 if the library cannot be used */
    int sodium_init();

    String sodium_version_string();

    /** @return 0, or any other value if there was not enough memory */
    int crypto_pwhash(
            byte[] hash,
            long hashLength,
            byte[] password,
            long passwordLength,
            byte[] salt,
            long iterations,
            Size memory,
            int algorithm);

    /** {@code size_t}. */
    final class Size extends IntegerType {

        private static final long serialVersionUID = 1;

        /** JNA requires a constructor without arguments. */
        public Size() {
            this(0);
        }

        Size(long value) {
            super(Native.SIZE_T_SIZE, value, true);
        }
    }

    /** Path of the library for this machine within {@code lazysodium-java.jar}. */
    static String resource() {
        if (Platform.isMac()) {
            return (Platform.isARM() ? "/mac_arm" : "/mac") + "/libsodium.dylib";
        }
        if (Platform.isWindows()) {
            return (Platform.is64Bit() ? "/windows64" : "/windows") + "/libsodium.dll";
        }
        if (Platform.isARM()) {
            return (Platform.is64Bit() ? "/arm64" : "/armv6") + "/libsodium.so";
        }
        return (Platform.is64Bit() ? "/linux64" : "/linux") + "/libsodium.so";
    }
}
