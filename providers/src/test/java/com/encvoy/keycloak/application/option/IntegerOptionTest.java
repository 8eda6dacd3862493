package com.encvoy.keycloak.application.option;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IntegerOptionTest {

    private static final IntegerOption OPTION = new IntegerOption("key", "Label", "Help.", 7, -1, 10);

    @ParameterizedTest
    @CsvSource({"-1, -1", "10, 10", "' 5 ', 5", "+3, 3", "007, 7"})
    void isANumberInItsRange(String value, int expected) {
        assertThat(OPTION.read(value, "IntegerOptionTest")).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "-2", "11", "1.0", "x", "99999999999"})
    void isTheDefaultElse(String value) {
        assertThat(OPTION.read(value, "IntegerOptionTest")).isEqualTo(7);
    }

    @Test
    void saysItsRangeWhereItIsSet() {
        assertThat(OPTION.property().getHelpText()).isEqualTo("Help. From -1 to 10.");
        assertThat(OPTION.property().getDefaultValue()).isEqualTo("7");
    }
}
