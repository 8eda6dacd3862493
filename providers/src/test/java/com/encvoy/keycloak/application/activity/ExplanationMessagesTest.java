package com.encvoy.keycloak.application.activity;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.application.activity.Activity.Remedy;
import com.encvoy.keycloak.application.activity.Activity.Side;
import com.encvoy.keycloak.application.registration.RegistrationRemedy;

import static org.assertj.core.api.Assertions.assertThat;

/** The messages about codes that the code can give, and no others, in every language. */
class ExplanationMessagesTest {

    private static final Path MESSAGES = Path.of("../themes/src/main/resources/theme/encvoy/login/messages");
    private static final Path SOURCES = Path.of("src/main/java/com/encvoy/keycloak/application");

    @Test
    void everyProblemHasTwoMessagesAndEveryRemedyOne() throws IOException {
        Set<String> expected = new TreeSet<>();
        codes("registration", "RegistrationProblem\\.of\\(\\s*\"([a-z_]+)\"").forEach(code -> {
            expected.add("problem." + code);
            expected.add("problem." + code + ".remedy");
        });
        Arrays.stream(RegistrationRemedy.Kind.values()).forEach(kind -> expected.add("problem.fix." + kind.key()));
        Arrays.stream(AccessDecision.values())
                .filter(decision -> !decision.isAllowed())
                .forEach(decision -> expected.add("preview." + decision.reason()));
        expected.add("preview.user_disabled");

        assertThat(messages("check", "en").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyRefusalHasTwoMessages() throws IOException {
        Set<String> codes = codes("activity", "Explanation\\.of\\(\\s*Side\\.[A-Z]+,\\s*\"([a-z_]+[a-z])\"");
        codes.addAll(codes("activity", "(?:here|application|person)\\(Errors\\.[A-Z_]+, \"([a-z_]+)\"\\)"));
        codes.addAll(codes("activity", "Map\\.entry\\(\\s*\"[^\"]+\",\\s*\"([a-z_]+)\"\\)"));
        codes.addAll(List.of("grant_not_allowed", "flow_not_allowed", "unsupported_response_type"));
        Stream.concat(
                        Arrays.stream(AccessDecision.values())
                                .filter(decision -> !decision.isAllowed())
                                .map(AccessDecision::reason),
                        Stream.of("read_only", "required_fields"))
                .forEach(reason -> codes.add("not_admitted_" + reason));
        Set<String> expected = codes.stream()
                .flatMap(code -> Stream.of("refused." + code + ".what", "refused." + code + ".remedy"))
                .collect(Collectors.toCollection(TreeSet::new));
        Arrays.stream(Side.values()).forEach(side -> expected.add("refused.side." + side.key()));
        Arrays.stream(Remedy.Action.values())
                .forEach(action -> expected.add("refused.fix." + action.name().toLowerCase(Locale.ROOT)));

        assertThat(messages("activity", "en").stringPropertyNames())
                .filteredOn(key -> key.startsWith("refused."))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "it", "ru"})
    void everyLanguageHasTheSameMessages(String language) throws IOException {
        for (String bundle : List.of("check", "activity")) {
            Properties translated = messages(bundle, language);
            assertThat(translated.stringPropertyNames())
                    .isEqualTo(messages(bundle, "en").stringPropertyNames());
            assertThat(translated.values()).noneMatch(text -> text.toString().contains("'"));
        }
    }

    private static Set<String> codes(String room, String pattern) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES.resolve(room))) {
            for (Path file : files.toList()) {
                Matcher code = Pattern.compile(pattern).matcher(Files.readString(file));
                while (code.find()) {
                    codes.add(code.group(1));
                }
            }
        }
        return codes;
    }

    private static Properties messages(String bundle, String language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                Files.newBufferedReader(MESSAGES.resolve("dashboard-" + bundle + "_" + language + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
