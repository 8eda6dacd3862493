package com.encvoy.keycloak.login.flow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IdentifierTest {

    @Test
    void isKeptWithoutTheSpaceAroundIt() {
        assertThat(Identifier.of(" Ada \n").text()).isEqualTo("Ada");
        assertThat(Identifier.of(" Ada Lovelace").text()).isEqualTo("Ada Lovelace");
        assertThat(Identifier.of("ÄDA").lowerCase()).isEqualTo("äda");
    }

    @Test
    void isEmptyWhereNothingWasTyped() {
        assertThat(Identifier.of(null).isEmpty()).isTrue();
        assertThat(Identifier.of(" \t").isEmpty()).isTrue();
        assertThat(Identifier.of("a").isEmpty()).isFalse();
    }

    @Test
    void isTooLongFrom256CharactersOn() {
        assertThat(Identifier.of("a".repeat(255)).isTooLong()).isFalse();
        assertThat(Identifier.of("a".repeat(256)).isTooLong()).isTrue();
    }

    @Test
    void looksLikeAnAddressWithAnAtSign() {
        assertThat(Identifier.of("ada@example.com").looksLikeEmail()).isTrue();
        assertThat(Identifier.of("ada.example.com").looksLikeEmail()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+491701234567", "0170 1234567", "(0170) 123-45.67", "0170/1234567", "(+49) 170 1234567", "12345"
            })
    void looksLikeAPhoneNumberWithDigitsAndWhatStandsBetweenThem(String typed) {
        assertThat(Identifier.of(typed).looksLikePhoneNumber()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234", "12345a", "49+1701234567", "++491701234567", "1234567890123456789012345678901"})
    void doesNotLookLikeAPhoneNumberOtherwise(String typed) {
        assertThat(Identifier.of(typed).looksLikePhoneNumber()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"30, true", "31, false"})
    void aPhoneNumberHasAtMostThirtyCharacters(int length, boolean looksLikeOne) {
        assertThat(Identifier.of("1".repeat(length)).looksLikePhoneNumber()).isEqualTo(looksLikeOne);
    }
}
