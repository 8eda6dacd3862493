package com.encvoy.keycloak.application.option;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FlagTest {

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "' true ', true", "false, false", "False, false"})
    void isTrueOrFalseInWhateverCase(String value, boolean expected) {
        assertThat(Flag.read(value, "FlagTest", "key", !expected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "yes", "1", "on", "t"})
    void isTheDefaultElse(String value) {
        assertThat(Flag.read(value, "FlagTest", "key", true)).isTrue();
        assertThat(Flag.read(value, "FlagTest", "key", false)).isFalse();
    }

    @Test
    void isNotReadFromOtherWords() {
        assertThat(Flag.parse("True")).contains(true);
        assertThat(Flag.parse("fALSE")).contains(false);
        assertThat(Flag.parse(" true")).isEmpty();
    }

    @Test
    void anOptionIsAFlagWithADefault() {
        BooleanOption option = new BooleanOption("key", "Label", "Help.", true);

        assertThat(option.read("", "FlagTest")).isTrue();
        assertThat(option.read("false", "FlagTest")).isFalse();
        assertThat(option.property().getDefaultValue()).isEqualTo("true");
        assertThat(option.property().getType()).isEqualTo("boolean");
    }
}
