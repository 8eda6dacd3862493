package com.encvoy.keycloak.membership;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.application.editing.Refusal;

import static org.assertj.core.api.Assertions.assertThat;

class PastedAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com\nbob@example.com",
                " Ada@Example.com , bob@example.com ",
                "ada@example.com;bob@example.com;",
                "ada@example.com\tbob@example.com",
                "ada@example.com\u00A0bob@example.com\u200B",
                "Ada Lovelace <ada@example.com>, Bob <bob@example.com>",
                "\"Lovelace, Ada; Countess\" <ada@example.com>; <bob@example.com>",
                "Ada < ada@example.com > bob@example.com",
                "(ada@example.com), 'bob@example.com'.",
                "mailto:ada@example.com bob@example.com ADA@EXAMPLE.COM",
                "ada@example.com\r\n\r\nbob@example.com\r\n"
            })
    void areFoundInWhatPeoplePaste(String text) {
        assertThat(PastedAddresses.parse(text).addresses()).containsExactly("ada@example.com", "bob@example.com");
        assertThat(PastedAddresses.parse(text).refusal()).isEmpty();
    }

    @Test
    void typingErrorsRemainToBeReported() {
        assertThat(PastedAddresses.parse("ada@example, bob, <carol>").addresses())
                .containsExactly("ada@example", "bob", "carol");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ,;\n ", "<>", "\"\""})
    void maybeThereAreNone(String text) {
        assertThat(PastedAddresses.parse(text).refusal()).map(Refusal::code).contains("no_addresses");
    }

    @Test
    void areAtMostAHundred() {
        assertThat(PastedAddresses.parse(addresses(100)).refusal()).isEmpty();
        assertThat(PastedAddresses.parse(addresses(101)).refusal()).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo("too_many_addresses");
            assertThat(refusal.parameters()).containsExactly(100);
        });
    }

    private static String addresses(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "a" + i + "@example.com")
                .collect(Collectors.joining(" "));
    }
}
