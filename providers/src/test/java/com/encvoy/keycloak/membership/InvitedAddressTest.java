package com.encvoy.keycloak.membership;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class InvitedAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                "ada.lovelace+wiki@mail.example.co.uk",
                "o'hara@example.com",
                "ada@bücher.de",
                "ada@xn--bcher-kva.xn--p1ai",
                "ada@intern.firma.local",
                "ada@mail.test"
            })
    void isReachedBySomeMailServer(String email) {
        assertThat(InvitedAddress.isReachable(email)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.com",
                "ada@",
                "ada @example.com",
                "ada@localhost",
                "ada@mail",
                "ada@example.com.",
                "ada@.example.com",
                "ada@example..com",
                "ada@-example.com",
                "ada@example-.com",
                "ada@exa_mple.com",
                "ada@192.0.2.7",
                "ada@[192.0.2.7]",
                "ada@[IPv6:2001:db8::7]",
                "ada@example.c",
                "ada@example.123",
                "ada@wiki.invalid",
                "ada@wiki.INVALID",
                "ada@wiki.example",
                "ada@wiki.localhost",
                "ada@wiki.onion"
            })
    void isReachedByNone(String email) {
        assertThat(InvitedAddress.isReachable(email)).isFalse();
    }

    @Test
    void hasALimitedLength() {
        assertThat(InvitedAddress.isReachable("a".repeat(64) + "@example.com")).isTrue();
        assertThat(InvitedAddress.isReachable("a".repeat(65) + "@example.com")).isFalse();
        assertThat(InvitedAddress.isReachable("ada@" + "b".repeat(64) + ".com")).isFalse();
        assertThat(InvitedAddress.isReachable("ada@" + ("b".repeat(60) + ".").repeat(4) + "com"))
                .isFalse();
    }
}
