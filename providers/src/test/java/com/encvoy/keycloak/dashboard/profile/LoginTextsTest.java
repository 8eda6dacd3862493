package com.encvoy.keycloak.dashboard.profile;

import java.util.List;
import java.util.Locale;
import java.util.Properties;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoginTextsTest {

    private final LoginTexts texts = texts();

    private static LoginTexts texts() {
        Properties messages = new Properties();
        messages.put("firstName", "Vorname");
        messages.put("error-invalid-length", "{0}: {1} bis {2}");
        return new LoginTexts(messages, Locale.GERMAN);
    }

    @Test
    void aNameIsAKeyOrItself() {
        assertThat(texts.shown("${firstName}")).isEqualTo("Vorname");
        assertThat(texts.shown("${unknown}")).isEqualTo("unknown");
        assertThat(texts.shown("{0} it''s")).isEqualTo("{0} it''s");
        assertThat(texts.shown(null)).isEmpty();
    }

    @Test
    void aProblemHasParametersInTheLanguage() {
        assertThat(texts.message("error-invalid-length", List.of("Name", 1, 1000)))
                .isEqualTo("Name: 1 bis 1.000");
        assertThat(texts.message("${error-invalid-length}", List.of("Name", 1, 2)))
                .isEqualTo("Name: 1 bis 2");
        assertThat(texts.message("In words of {0}", List.of("Name"))).isEqualTo("In words of {0}");
    }
}
