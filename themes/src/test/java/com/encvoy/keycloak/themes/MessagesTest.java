package com.encvoy.keycloak.themes;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {

    private static final Path THEME = Path.of("src/main/resources/theme/encvoy");
    private static final List<String> TYPES = List.of("login", "email");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");

    static List<Arguments> bundles() throws IOException {
        List<Arguments> bundles = new ArrayList<>();
        for (String type : TYPES) {
            for (String language : load(THEME.resolve(type + "/theme.properties"))
                    .getProperty("locales")
                    .split(",")) {
                bundles.add(Arguments.of(type, language));
            }
        }
        return bundles;
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageHasTheSameMessagesAndPlaceholders(String type, String language) throws IOException {
        Properties english = messages(type, "en");
        Properties translated = messages(type, language);

        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(placeholders(translated, key))
                        .as("placeholders of %s", key)
                        .isEqualTo(placeholders(english, key)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/resources/theme/encvoy/login/messages/messages_en.properties",
                "src/main/resources/theme/encvoy/email/messages/messages_en.properties",
                "../providers/src/main/resources/theme-resources/messages/messages_en.properties"
            })
    void peopleSignInAndOutWhateverTheyDo(String bundle) throws IOException {
        Pattern otherVerb = Pattern.compile("(?i)\\blog(?:s|ged|ging)? (?:in|out|on|off)\\b|\\blog(?:in|out)\\b");

        assertThat(load(Path.of(bundle)).values())
                .noneMatch(text -> otherVerb.matcher(text.toString()).find());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyBundleIsUtf8WithoutEscapes(String type, String language) throws IOException {
        String bundle = Files.readString(file(type, language), StandardCharsets.UTF_8);

        assertThat(bundle).doesNotContain("\\u").doesNotContain("\uFFFD").doesNotContain("Ã");
    }

    /** Used by a template of ours, or replaces a message of Keycloak. Names of required actions are used in both. */
    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    void everyMessageIsUsed(String type) throws IOException {
        StringBuilder templates = new StringBuilder();
        try (Stream<Path> files = Files.walk(THEME.resolve(type))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".ftl")).toList()) {
                templates.append(Files.readString(file));
            }
        }
        Properties keycloaks = new Properties();
        for (String bundle : TYPES) {
            try (Reader reader = new InputStreamReader(
                    MessagesTest.class.getResourceAsStream(
                            "/theme/base/" + bundle + "/messages/messages_en.properties"),
                    StandardCharsets.UTF_8)) {
                keycloaks.load(reader);
            }
        }
        assertThat(messages(type, "en").stringPropertyNames())
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

    private static Properties messages(String type, String language) throws IOException {
        return load(file(type, language));
    }

    private static Path file(String type, String language) {
        return THEME.resolve(type + "/messages/messages_" + language + ".properties");
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
