package com.encvoy.keycloak.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of this folder agree with each other. */
class ContainerFilesTest {

    private static final List<String> COMPOSE =
            List.of("compose.keycloak.yaml", "compose.yaml", "compose.cluster.yaml");

    /** Read by the compose command itself. */
    private static final Set<String> OF_COMPOSE = Set.of("COMPOSE_PROFILES");

    private final String example = read(".env.example");

    @Test
    void everyVariableIsInTheExampleAndNoOther() throws IOException {
        Set<String> used = new TreeSet<>(OF_COMPOSE);
        for (String file : COMPOSE) {
            Pattern.compile("\\$\\{([A-Z_]+)")
                    .matcher(read(file))
                    .results()
                    .forEach(variable -> used.add(variable.group(1)));
            new YAMLMapper()
                    .readTree(read(file))
                    .findValues("environment")
                    .forEach(environment -> environment.properties().forEach(variable -> {
                        if (variable.getValue().isNull()) {
                            used.add(variable.getKey());
                        }
                    }));
        }

        assertThat(variables()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everyVariableIsExplained() {
        Arrays.stream(example.split("\n\n"))
                .skip(1)
                .forEach(block -> assertThat(block)
                        .as("a comment before the variables")
                        .startsWith("# ")
                        .containsPattern("(?m)^#?[A-Z_]+="));
    }

    @Test
    void thereAreNoDefaultSecrets() {
        assertThat(example.lines())
                .filteredOn(line -> line.matches("[A-Z_]*(PASSWORD|SECRET)[A-Z_]*=.*"))
                .hasSize(4)
                .allMatch(line -> line.endsWith("="));
        COMPOSE.forEach(file -> Pattern.compile("\\$\\{[A-Z_]*(?:PASSWORD|SECRET)([^}]*)}")
                .matcher(read(file))
                .results()
                .forEach(secret ->
                        assertThat(secret.group(1)).as(secret.group()).matches(":\\?Set [A-Z_]+ in docker/\\.env|:-")));
    }

    @Test
    void theProxyKnowsTheVariablesItIsGiven() throws IOException {
        JsonNode environment =
                new YAMLMapper().readTree(read("compose.cluster.yaml")).at("/services/proxy/environment");

        assertThat(Pattern.compile("\\{\\$([A-Z_]+)")
                        .matcher(read("Caddyfile"))
                        .results()
                        .map(variable -> variable.group(1)))
                .allMatch(environment::has)
                .hasSize(2);
    }

    @Test
    void aNodeRefusesWhatExceedsItsQueueAndTheProxySaysWhenToTryAgain() throws IOException {
        String queue = first(read("keycloak.conf"), "(?m)^http-max-queued-requests=(\\d+)$");
        try (MappingIterator<JsonNode> resources =
                new YAMLMapper().readerFor(JsonNode.class).readValues(read("keycloak-operator.yaml"))) {
            assertThat(resources.next().at("/spec/additionalOptions"))
                    .extracting(option -> option.path("name").asText() + "="
                            + option.path("value").asText())
                    .contains("http-max-queued-requests=" + queue);
        }
        assertThat(example).contains("#KC_HTTP_MAX_QUEUED_REQUESTS=" + queue + "\n");
        assertThat(read("README.md")).contains("[keycloak.conf](keycloak.conf) says " + queue);

        String proxy = read("Caddyfile");
        assertThat(proxy).containsOnlyOnce("handle_response").containsOnlyOnce("handle_errors");
        assertThat(Pattern.compile("import unavailable\n").matcher(proxy).results())
                .hasSize(2);
        assertThat(read("README.md"))
                .contains("`Retry-After: " + first(proxy, "header Retry-After (\\d+)\n") + "`")
                .contains(first(proxy, "default \"([^\"]+)\""));
    }

    @Test
    void theOperatorImportsTheShippedRealm() throws IOException {
        try (MappingIterator<JsonNode> resources =
                new YAMLMapper().readerFor(JsonNode.class).readValues(read("keycloak-operator.yaml"))) {
            List<JsonNode> all = resources.readAll();

            assertThat(all)
                    .extracting(resource -> resource.path("kind").asText())
                    .containsExactly("Keycloak", "KeycloakRealmImport");
            assertThat(all.get(0).at("/spec/instances").asInt()).isEqualTo(2);
            assertThat(all.get(0).at("/spec/additionalOptions/0/name").asText()).isEqualTo("http-management-scheme");
            assertThat(read("Dockerfile"))
                    .contains("ENV KC_HTTP_MANAGEMENT_SCHEME="
                            + all.get(0).at("/spec/additionalOptions/0/value").asText() + "\n");
            assertThat(all.get(1).at("/spec/realm"))
                    .isEqualTo(new ObjectMapper().readTree(read("../realm-config/encvoy-realm.json")));
            all.get(1)
                    .at("/spec/placeholders")
                    .fieldNames()
                    .forEachRemaining(name -> assertThat(read("../realm-config/encvoy-realm.json"))
                            .contains("${" + name + ":"));
        }
    }

    @Test
    void theImageIsOfTheVersionsOfTheBuild() {
        String pom = read("../pom.xml");
        String version = first(pom, "<artifactId>encvoy-keycloak</artifactId>\\s*<version>([^<]+)<");
        String keycloak = first(pom, "<keycloak.server.version>([^<]+)<");

        assertThat(read("Dockerfile"))
                .contains("ARG VERSION=" + version + "\n", "ARG KEYCLOAK_VERSION=" + keycloak + "\n");
    }

    @Test
    void theImageIsBuiltFromWhatItCopiesAlone() {
        List<String> copied = read("Dockerfile")
                .lines()
                .filter(line -> line.startsWith("COPY") && !line.contains("--from"))
                .map(line -> line.replaceFirst("^COPY( --\\S+)* ", "").split(" "))
                .flatMap(words -> Stream.of(words).limit(words.length - 1))
                .sorted()
                .toList();

        assertThat(read("../.dockerignore")
                        .lines()
                        .filter(line -> line.startsWith("!"))
                        .map(line -> line.substring(1)))
                .containsExactlyElementsOf(copied);
    }

    @Test
    void theBlockForSentryHasEverySettingOfTheGuide() {
        assertThat(read("sentry/sentry.conf.py").lines().filter(line -> line.startsWith("OIDC_")))
                .allMatch(line -> line.contains("os.environ"))
                .extracting(line -> line.split(" ")[0])
                .containsExactly("OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_SCOPE", "OIDC_DOMAIN", "OIDC_ISSUER");
        assertThat(read("sentry/enhance-image.sh"))
                .startsWith("#!/bin/bash\n")
                .contains("pip install sentry-auth-oidc\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?m)^#+ ",
                "(?m)^\\|.*\\|$",
                "(?m)^ *```",
                "(?m)^\\d\\. ",
                "\\]\\([^)]+\\)",
                "OIDC_\\w+",
                "encvoy\\.\\w+"
            })
    void theStepsForSentryAreTheSameInBothLanguages(String part) {
        assertThat(count(part, read("sentry/README.de.md")))
                .isEqualTo(count(part, read("sentry/README.md")))
                .isPositive();
    }

    private static long count(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    private Set<String> variables() {
        return Pattern.compile("(?m)^#?([A-Z_]+)=")
                .matcher(example)
                .results()
                .map(variable -> variable.group(1))
                .collect(Collectors.toSet());
    }

    private static String first(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
