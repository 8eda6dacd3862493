package com.encvoy.keycloak.application.registration;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class ApplicationConfigurationTest {

    private static final String SERVER = "https://id.example.com";

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final ClientModel client = realm.client("wiki");

    private String configuration(Optional<String> secret) {
        when(client.getRedirectUris()).thenReturn(Set.of("https://wiki.example.com/b", "https://wiki.example.com/a"));
        return ApplicationConfiguration.of(session.model(), client, SERVER, secret);
    }

    @Test
    void ofAProductIsTheTextOfItsPage() {
        client.setAttribute("encvoy.template", "sentry");
        when(client.getRootUrl()).thenReturn("https://errors.example.com");

        assertThat(configuration(Optional.of("s3cret")))
                .contains("OIDC_CLIENT_ID = \"wiki\"", "OIDC_CLIENT_SECRET = \"s3cret\"")
                .isEqualTo(ApplicationTemplate.SENTRY.configuration(
                        SERVER, URI.create("https://errors.example.com"), "wiki", "s3cret"));
        assertThat(configuration(Optional.empty())).contains("\"<client secret>\"");
    }

    @Test
    void ofAnyOtherApplicationNamesEachAddress() {
        assertThat(configuration(Optional.of("s3cret")))
                .contains(
                        "https://id.example.com/api/oidc/.well-known/openid-configuration",
                        "https://id.example.com/api/oidc/me",
                        "s3cret",
                        "https://wiki.example.com/a\nhttps://wiki.example.com/b\n")
                .doesNotContain("${", "PKCE");
    }

    @Test
    void ofAProductWithoutAnAddressIsThatOfAnyOther() {
        client.setAttribute("encvoy.template", "sentry");

        assertThat(configuration(Optional.empty())).contains("Client secret           <client secret>");
    }

    @Test
    void ofAPublicApplicationAsksForPkceAndHasNoSecret() {
        when(client.isPublicClient()).thenReturn(true);

        assertThat(configuration(Optional.of("s3cret"))).contains("S256").doesNotContain("s3cret", "${");
    }

    @Test
    void aValueThatLooksLikeAVariableStaysAsItIs() {
        assertThat(ApplicationTemplate.GRAFANA.configuration(
                        SERVER, URI.create("https://g.example.com"), "${CLIENT_SECRET}", "s3cret"))
                .contains("${CLIENT_SECRET}");
    }
}
