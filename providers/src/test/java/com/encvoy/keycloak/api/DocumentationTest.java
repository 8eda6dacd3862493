package com.encvoy.keycloak.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.FormActionFactory;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderFactory;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.application.Setting;
import com.encvoy.keycloak.application.Settings;
import com.encvoy.keycloak.crypto.OpenSslRs256SignatureProviderFactory;
import com.encvoy.keycloak.crypto.SodiumArgon2PasswordHashProviderFactory;
import com.encvoy.keycloak.look.BrandedLoginFormsProviderFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables of the documentation match the code. */
class DocumentationTest {

    private final String frontPage = read("../README.md");
    private final String reference = read("README.md");
    private final String realmConfig = read("../realm-config/README.md");
    private final String themes = read("../themes/README.md");

    @Test
    void theReferenceListsEveryServerOptionWithItsDefault() {
        List<String> rows = Stream.concat(
                        new ApiResourceProviderFactory()
                                .getConfigMetadata().stream()
                                        .map(option -> row(
                                                "realm-restapi-extension--" + ApiResourceProviderFactory.PROVIDER_ID,
                                                option)),
                        Stream.of(
                                row(
                                        "login--encvoy",
                                        new BrandedLoginFormsProviderFactory()
                                                .getConfigMetadata()
                                                .get(0)),
                                row("password-hashing--argon2", SodiumArgon2PasswordHashProviderFactory.option()),
                                row("signature--RS256", OpenSslRs256SignatureProviderFactory.option())))
                .toList();

        assertThat(reference.lines().filter(line -> line.startsWith("| `--spi-")))
                .hasSameSizeAs(rows)
                .zipSatisfy(rows, (line, row) -> assertThat(line).startsWith(row));
    }

    private static String row(String provider, ProviderConfigProperty option) {
        return "| `--spi-" + provider + "--" + option.getName() + "` | `" + option.getName() + "` | "
                + option.getType().toLowerCase(Locale.ROOT) + " | `" + option.getDefaultValue() + "` |";
    }

    private static String row(Setting<?> setting) {
        return "| `" + setting.key() + "` | " + setting.owner() + " | " + setting.allowed() + " | "
                + setting.documentedDefault() + " | " + setting.help() + " |";
    }

    @Test
    void theReferenceListsEveryMapper() {
        ServiceLoader.load(ProtocolMapper.class).stream()
                .filter(mapper -> mapper.type().getName().startsWith("com.encvoy."))
                .forEach(mapper ->
                        assertThat(reference).contains("| `" + mapper.get().getId() + "` |"));
    }

    @Test
    void theReferencesTableOfSettingsIsThatOfTheCode() {
        List<String> rows = reference
                .lines()
                .dropWhile(line -> !line.equals("| attribute | of | allowed | default | meaning |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        Settings.all().stream().map(DocumentationTest::row).toList());
    }

    @Test
    void theFrontPageNamesNoSettingThatDoesNotExist() {
        assertThat(Pattern.compile("`(encvoy\\.[a-z_.]+)`").matcher(frontPage).results())
                .map(setting -> setting.group(1))
                .hasSizeGreaterThan(5)
                .isSubsetOf(Settings.all().stream().map(Setting::key).toList());
    }

    @Test
    void theReferenceListsEveryOptionOfEveryStepWithItsDefault() {
        List<String> rows = ours(AuthenticatorFactory.class)
                .flatMap(step -> step.getConfigProperties().stream().map(option -> {
                    assertThat(option.getLabel()).as(option.getName()).isNotBlank();
                    assertThat(option.getHelpText()).as(option.getName()).isNotBlank();
                    String fallback = String.valueOf(option.getDefaultValue());
                    return "| `" + step.getId() + "` | `" + option.getName() + "` |"
                            + (fallback.isEmpty() ? " none |" : " `" + fallback + "` |");
                }))
                .toList();

        List<String> documented = reference
                .lines()
                .filter(line -> line.matches("\\| `encvoy-[a-z-]+` \\| `[a-z_]+` \\|.*"))
                .map(line -> line.split(" \\| "))
                .map(cells -> cells[0] + " | " + cells[1] + " | " + cells[3] + " |")
                .toList();
        assertThat(documented).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void theReferenceNamesEveryStepAndAction() {
        List<String> ids = Stream.of(
                        ours(AuthenticatorFactory.class),
                        ours(RequiredActionFactory.class),
                        ours(FormActionFactory.class))
                .flatMap(providers -> providers)
                .map(ProviderFactory::getId)
                .toList();

        assertThat(ids)
                .hasSizeGreaterThan(8)
                .allSatisfy(id -> assertThat(reference).contains("`" + id + "`"));
    }

    @Test
    void theReferenceNamesEveryReasonOfADenial() {
        assertThat(AccessDecision.values()).allSatisfy(access -> {
            if (!access.isAllowed()) {
                assertThat(reference).contains("`" + access.reason() + "`");
            }
        });
    }

    private static <T extends ProviderFactory<?>> Stream<T> ours(Class<T> type) {
        return read("src/main/resources/META-INF/services/" + type.getName())
                .lines()
                .map(name -> {
                    try {
                        return type.cast(Class.forName(name).getConstructor().newInstance());
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    @Test
    void thePageOfTheRealmNamesEveryVariableOfItsFile() {
        Pattern.compile("\\$\\{([A-Z_]+)")
                .matcher(read("../realm-config/encvoy-realm.json"))
                .results()
                .forEach(variable ->
                        assertThat(realmConfig).containsPattern("\\| (?:`[A-Z_]+`, )?`" + variable.group(1) + "`"));
    }

    @Test
    void everyPictureThatIsShownIsThereAndEveryOneThatIsThereIsShown() throws IOException {
        Path preview = Path.of("../themes/preview");
        String shown = (frontPage + reference + themes).replaceAll("(?:(?:\\.\\./)?themes/)?preview/", "");
        try (var pictures = Files.walk(preview)) {
            pictures.filter(file ->
                            file.toString().endsWith(".png") && !file.toString().contains("-ru-"))
                    .forEach(file -> assertThat(shown)
                            .contains(preview.relativize(file).toString().replace('\\', '/')));
        }
        Pattern.compile("[(\"]([a-z0-9/-]+\\.png)[)\"]")
                .matcher(shown)
                .results()
                .forEach(
                        picture -> assertThat(preview.resolve(picture.group(1))).exists());
    }

    @Test
    void everyTestOfAPromiseIsThere() throws IOException {
        List<String> named = Pattern.compile("`(\\w+(?:IT|Test|Benchmark))`")
                .matcher(read("../SECURITY.md"))
                .results()
                .map(test -> test.group(1))
                .toList();
        assertThat(named).hasSizeGreaterThan(15);
        try (Stream<Path> ours = Files.walk(Path.of("src"));
                Stream<Path> nativeOnes = Files.walk(Path.of("native/src/test/java"));
                Stream<Path> commands = Files.walk(Path.of("../docker/src/test/java"))) {
            Stream<Path> files = Stream.concat(Stream.concat(ours, nativeOnes), commands);
            assertThat(files.map(file -> file.getFileName().toString().replace(".java", ""))
                            .toList())
                    .containsAll(named);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
