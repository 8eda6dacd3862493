package com.encvoy.keycloak.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.regex.Pattern;

import com.encvoy.keycloak.application.Application;
import org.junit.jupiter.api.Test;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.provider.ProviderConfigProperty;

/** The tables of the README say what the code says. */
class DocumentationTest {

    private final String readme = read("../README.md");

    @Test
    void theReadmeListsEveryServerOptionWithItsDefault() {
        for (ProviderConfigProperty option : new ApiResourceProviderFactory().getConfigMetadata()) {
            assertThat(readme).contains("| `--spi-realm-restapi-extension--" + ApiResourceProviderFactory.PROVIDER_ID + "--" + option.getName()
                    + "` | `" + option.getName() + "` | string | `" + option.getDefaultValue() + "` |");
        }
        assertThat(Pattern.compile("\\| `--spi-").matcher(readme).results()).hasSameSizeAs(new ApiResourceProviderFactory().getConfigMetadata());
    }

    @Test
    void theReadmeListsEveryMapperAndEveryAttribute() {
        ServiceLoader.load(ProtocolMapper.class).stream()
                .filter(mapper -> mapper.type().getName().startsWith("com.encvoy."))
                .forEach(mapper -> assertThat(readme).contains("| `" + mapper.get().getId() + "` |"));
        assertThat(readme).contains("| `" + Application.SHOW_AUTHORIZATION_ERRORS + "` |");
    }

    @Test
    void theReadmeNamesEveryVariableOfTheRealmFile() {
        Pattern.compile("\\$\\{([A-Z_]+)").matcher(read("../realm-config/encvoy-realm.json")).results()
                .forEach(variable -> assertThat(readme).contains("| `" + variable.group(1) + "` |"));
    }

    @Test
    void contributingListsEveryPrivateTypeInUse() throws IOException {
        String contributing = read("../CONTRIBUTING.md");
        Pattern internal = Pattern.compile("import org\\.keycloak\\.(?:services|protocol\\.oidc|authentication|crypto)\\.(?:\\w+\\.)*([A-Z]\\w+);");
        try (var files = Files.walk(Path.of("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> internal.matcher(read(file.toString())).results()
                    .forEach(type -> assertThat(contributing).as(file.toString()).contains(type.group(1))));
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
