package com.encvoy.keycloak.themes;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {

    private static final Path THEME = Path.of("src/main/resources/theme/encvoy/login");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");

    static List<String> languages() throws IOException {
        return List.of(
                load(THEME.resolve("theme.properties")).getProperty("locales").split(","));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasTheSameMessagesAndPlaceholders(String language) throws IOException {
        Properties english = messages("en");
        Properties translated = messages(language);

        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(placeholders(translated, key))
                        .as("placeholders of %s", key)
                        .isEqualTo(placeholders(english, key)));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyBundleIsUtf8WithoutEscapes(String language) throws IOException {
        String bundle = Files.readString(file(language), StandardCharsets.UTF_8);

        assertThat(bundle).doesNotContain("\\u").doesNotContain("\uFFFD").doesNotContain("Ã");
    }

    /** Used by a template of ours, or replaces a message of Keycloak. */
    @Test
    void everyMessageIsUsed() throws IOException {
        StringBuilder templates = new StringBuilder();
        try (Stream<Path> files = Files.list(THEME)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".ftl")).toList()) {
                templates.append(Files.readString(file));
            }
        }
        Properties keycloaks = new Properties();
        try (Reader reader = new InputStreamReader(
                MessagesTest.class.getResourceAsStream("/theme/base/login/messages/messages_en.properties"),
                StandardCharsets.UTF_8)) {
            keycloaks.load(reader);
        }
        assertThat(messages("en").stringPropertyNames())
                .allMatch(key ->
                        keycloaks.containsKey(key) || templates.toString().contains('"' + key + '"'));
    }

    private static List<String> placeholders(Properties messages, String key) {
        return PLACEHOLDER
                .matcher(messages.getProperty(key))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Properties messages(String language) throws IOException {
        return load(file(language));
    }

    private static Path file(String language) {
        return THEME.resolve("messages/messages_" + language + ".properties");
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
