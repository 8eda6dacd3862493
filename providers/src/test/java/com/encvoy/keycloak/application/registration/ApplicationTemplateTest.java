package com.encvoy.keycloak.application.registration;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ApplicationTemplateTest {

    private static final URI ADDRESS = URI.create("https://wiki.example.com/team");

    @Test
    void everyFileOfTheFolderIsATemplate() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../realm-config/applications"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".json"))
                            .map(file -> file.replace(".json", "")))
                    .containsExactlyInAnyOrder(Arrays.stream(ApplicationTemplate.values())
                            .map(ApplicationTemplate::id)
                            .toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientHasItsAddressAndAConfigurationWithoutPlaceholders(ApplicationTemplate template) {
        var client = template.client(ADDRESS, "my-client");

        assertThat(client.getClientId()).isEqualTo("my-client");
        assertThat(client.getRootUrl()).isEqualTo(ADDRESS.toString());
        assertThat(client.isFullScopeAllowed()).isFalse();
        assertThat(client.getDefaultClientScopes()).contains("encvoy");
        assertThat(template.configuration("https://id.example.com", ADDRESS, "my-client", "my-secret"))
                .contains("https://id.example.com", "my-client", "my-secret")
                .doesNotContain("${");
        assertThat(ApplicationTemplate.named(template.id())).contains(template);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://wiki.example.com",
                "https://wiki.example.com:8443/a/b",
                "http://localhost:3000",
                "http://127.0.0.1",
                "http://[::1]:80/x"
            })
    void addressesOfApplicationsAreAccepted(String address) {
        assertThat(ApplicationAddress.parse(address + "//")).contains(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wiki",
                "http://wiki.example.com",
                "https://wiki.example.com/*",
                "https://wiki.example.com/?a=b",
                "https://wiki.example.com/#a",
                "https://user@wiki.example.com",
                "https://wiki.example.com/\"x",
                "https://wiki.example.com/${x}",
                "javascript:alert(1)",
                "https://",
                "https://-",
                "https://wiki.example.com:123456",
                "https://wiki.example.com\n"
            })
    void otherAddressesAreRefused(String address) {
        assertThat(ApplicationAddress.parse(address)).isEmpty();
    }
}
