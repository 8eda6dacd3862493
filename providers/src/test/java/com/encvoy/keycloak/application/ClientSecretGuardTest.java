package com.encvoy.keycloak.application;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClientSecretGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "${SENTRY_CLIENT_SECRET}",
                "${A:${B}}",
                "prefix-${A}",
                "${vault.}",
                "${vault.a}tail",
                "**********"
            })
    void whatEverybodyCanKnowIsNoSecret(String secret) {
        assertThat(ClientSecretGuard.isPublished(secret)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4f9ZtJb0ZyM2xR7s", "$1$dollar{brace}", "aB${9xK2", "${vault.sentry}"})
    void otherSecretsAreLeftAlone(String secret) {
        assertThat(ClientSecretGuard.isPublished(secret)).isFalse();
    }

    @Test
    void aSecretThatKeycloakIsAboutToGenerateIsLeftToKeycloak() {
        assertThat(ClientSecretGuard.isPublished(null)).isFalse();
    }
}
