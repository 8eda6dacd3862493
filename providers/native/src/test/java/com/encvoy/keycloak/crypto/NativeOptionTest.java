package com.encvoy.keycloak.crypto;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.Config;

import static org.assertj.core.api.Assertions.assertThat;

class NativeOptionTest {

    private final NativeOption option = new NativeOption("libsodium", "Help.");

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "'', true", "' ', true", "yes, true", "TRUE, true", "' False ', false"})
    void onlyFalseSwitchesTheLibraryOff(String value, boolean expected) {
        assertThat(option.isOn(scope(Map.of("libsodium", value)), "here")).isEqualTo(expected);
    }

    @Test
    void anUnsetOptionIsOn() {
        assertThat(option.isOn(scope(Map.of()), "here")).isTrue();
    }

    private static Config.Scope scope(Map<String, String> values) {
        return new Config.SystemPropertiesScope("encvoy.test.") {
            @Override
            public String get(String key, String defaultValue) {
                return values.getOrDefault(key, defaultValue);
            }
        };
    }
}
