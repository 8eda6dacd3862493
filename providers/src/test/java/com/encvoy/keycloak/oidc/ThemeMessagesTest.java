package com.encvoy.keycloak.oidc;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The messages of our own pages, which every theme can show. */
class ThemeMessagesTest {

    private static final String ACTION = "requiredAction.";

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "it", "ru"})
    void everyLanguageHasTheSameMessagesAndPlaceholders(String language) throws IOException {
        Properties english = messages("en");
        Properties translated = messages(language);

        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(translated.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
            assertThat(translated.getProperty(key)).as(key).doesNotContain("\uFFFD", "Ã", "'");
        }
    }

    /** Composed keys end in the part after the last dot. */
    @Test
    void everyMessageIsUsed() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (String folder : List.of(
                "src/main/java",
                "src/main/resources/theme-resources/templates",
                "../themes/src/main/resources/theme",
                "../realm-config")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(file -> file.toString().matches(".*\\.(java|ftl|json)"))
                        .toList()) {
                    sources.append(Files.readString(file));
                }
            }
        }
        String used = sources.toString();
        assertThat(messages("en").stringPropertyNames())
                .allMatch(key -> used.contains(key)
                        || used.contains(key.replaceFirst("^(encvoy[A-Za-z]+\\.).*", "\"$1"))
                        || key.startsWith(ACTION)
                        || key.matches("encvoy-[a-z-]+-(display-name|help-text)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "it", "ru"})
    void everyRequiredActionHasANameOnPagesAndInMails(String language) throws IOException {
        JsonNode realm = JsonSerialization.mapper.readTree(
                Path.of("../realm-config/encvoy-realm.json").toFile());
        List<String> actions = realm.path("requiredActions").findValuesAsText("alias");
        assertThat(actions).contains("encvoy-verify-email", "webauthn-register");
        for (String type : List.of("login", "email")) {
            Set<String> named = new HashSet<>(messages(language).stringPropertyNames());
            Properties theme = new Properties();
            try (var reader = Files.newBufferedReader(Path.of(
                    "../themes/src/main/resources/theme/encvoy",
                    type,
                    "messages",
                    "messages_" + language + ".properties"))) {
                theme.load(reader);
            }
            named.addAll(theme.stringPropertyNames());
            assertThat(actions).as(type).allMatch(action -> named.contains(ACTION + action));
        }
    }

    private static Set<String> placeholders(String message) {
        return Pattern.compile("\\{\\d+}")
                .matcher(message)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Properties messages(String language) throws IOException {
        Properties properties = new Properties();
        String bundle = "/theme-resources/messages/messages_" + language + ".properties";
        try (var reader =
                new InputStreamReader(ThemeMessagesTest.class.getResourceAsStream(bundle), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
