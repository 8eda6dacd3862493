package com.encvoy.keycloak.themes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Overridden templates follow those of Keycloak: when Keycloak changes one, review ours. */
class UpstreamTemplatesTest {

    private static final Path THEME = Path.of("src/main/resources/theme/encvoy");
    private static final Path DASHBOARD = THEME.resolve("login/dashboard");

    /** Paths below the theme. Keycloak has no dashboard. */
    static List<String> overridden() throws IOException {
        try (Stream<Path> files = Files.walk(THEME)) {
            return files.filter(file -> file.toString().endsWith(".ftl") && !file.startsWith(DASHBOARD))
                    .map(file -> THEME.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("overridden")
    void theTemplateOfKeycloakIsTheOneThatOursFollows(String template) throws Exception {
        Matcher follows = Pattern.compile(
                        "^<#-- Follows Keycloak \\d+\\.\\d+\\.\\d+, ((?:keycloak\\.v2|base)/\\S+\\.ftl)\\. ")
                .matcher(Files.readString(THEME.resolve(template)));

        assertThat(follows.find()).as("what it follows").isTrue();
        assertThat(follows.group(1)).endsWith("/" + template);
        assertThat(hash(follows.group(1)))
                .as("SHA-256 of Keycloak's template; compare it with ours before you record it")
                .isIn((Object[]) recorded().getProperty(template, "").split(" "));
    }

    @Test
    void nothingIsRecordedThatIsNotOverridden() throws IOException {
        assertThat(recorded().stringPropertyNames()).containsExactlyInAnyOrderElementsOf(overridden());
    }

    private static String hash(String template) throws Exception {
        try (InputStream upstream = UpstreamTemplatesTest.class.getResourceAsStream("/theme/" + template)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(upstream.readAllBytes()));
        }
    }

    private static Properties recorded() throws IOException {
        Properties recorded = new Properties();
        try (InputStream file = UpstreamTemplatesTest.class.getResourceAsStream("/upstream-templates.properties")) {
            recorded.load(file);
        }
        return recorded;
    }
}
