package com.encvoy.keycloak.application;

import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;

import static org.assertj.core.api.Assertions.assertThat;

class PrivateLoginTest {

    @Test
    void isKeptOutOfTheAnswerToTheRequestThatNotesIt() {
        MemoryRealm realm = new MemoryRealm("encvoy");
        KeycloakSession request = new MemorySession(realm).model();
        KeycloakSession another = new MemorySession(realm).model();

        assertThat(PrivateLogin.isKeptOut(request)).isFalse();
        PrivateLogin.keepOutOfIntrospection(request);
        assertThat(PrivateLogin.isKeptOut(request)).isTrue();
        assertThat(PrivateLogin.isKeptOut(another)).isFalse();
    }
}
