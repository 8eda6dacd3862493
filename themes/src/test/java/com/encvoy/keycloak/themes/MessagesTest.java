package com.encvoy.keycloak.themes;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
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
    private static final List<String> TYPES = List.of("login", "email", "account");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");
    private static final String ENGLISH = "_en.properties";

    /** Of keys whose end the code or the model of a template names. */
    private static final Pattern DYNAMIC = Pattern.compile(
            "(?:activity|claim|history\\.event|list\\.chip|nav|notice|page|person|preview|problem|refusal|refused"
                    + "|section|setting|tab)\\..+");

    static List<Arguments> bundles() throws IOException {
        List<Arguments> bundles = new ArrayList<>();
        for (String type : TYPES) {
            for (String language : load(THEME.resolve(type + "/theme.properties"))
                    .getProperty("locales")
                    .split(",")) {
                names(type).forEach(bundle -> bundles.add(Arguments.of(bundle, language)));
            }
        }
        return bundles;
    }

    /** Paths of bundles below the theme, without language. */
    private static List<String> names(String type) throws IOException {
        try (Stream<Path> files = Files.list(THEME.resolve(type + "/messages"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENGLISH))
                    .map(name -> type + "/messages/" + name.replace(ENGLISH, ""))
                    .toList();
        }
    }

    static Stream<Path> englishBundles() throws IOException {
        return Stream.concat(
                TYPES.stream().flatMap(MessagesTest::englishFiles),
                Stream.of(Path.of("../providers/src/main/resources/theme-resources/messages/messages" + ENGLISH)));
    }

    private static Stream<Path> englishFiles(String type) {
        try {
            return names(type).stream().map(bundle -> file(bundle, "en"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageHasTheSameMessagesAndPlaceholders(String bundle, String language) throws IOException {
        Properties english = messages(bundle, "en");
        Properties translated = messages(bundle, language);

        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(placeholders(translated, key))
                        .as("placeholders of %s", key)
                        .isEqualTo(placeholders(english, key)));
    }

    @ParameterizedTest
    @MethodSource("englishBundles")
    void peopleSignInAndOutWhateverTheyDo(Path bundle) throws IOException {
        Pattern otherVerb = Pattern.compile("(?i)\\blog(?:s|ged|ging)? (?:in|out|on|off)\\b|\\blog(?:in|out)\\b");

        assertThat(load(bundle).values())
                .noneMatch(text -> otherVerb.matcher(text.toString()).find());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyBundleIsUtf8WithoutEscapes(String bundle, String language) throws IOException {
        String text = Files.readString(file(bundle, language), StandardCharsets.UTF_8);

        assertThat(text).doesNotContain("\\u").doesNotContain("\uFFFD").doesNotContain("Ã");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noBundleHasAMessageTwice(String bundle, String language) throws IOException {
        List<String> keys = Files.readAllLines(file(bundle, language)).stream()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
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
        for (String bundle : names(type)) {
            assertThat(messages(bundle, "en").stringPropertyNames())
                    .as(bundle)
                    .allMatch(key -> keycloaks.containsKey(key)
                            || DYNAMIC.matcher(key).matches()
                            || templates.toString().contains('"' + key + '"'));
        }
    }

    private static List<String> placeholders(Properties messages, String key) {
        return PLACEHOLDER
                .matcher(messages.getProperty(key))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Properties messages(String bundle, String language) throws IOException {
        return load(file(bundle, language));
    }

    private static Path file(String bundle, String language) {
        return THEME.resolve(bundle + "_" + language + ".properties");
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
