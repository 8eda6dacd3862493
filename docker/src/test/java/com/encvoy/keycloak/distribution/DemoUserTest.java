package com.encvoy.keycloak.distribution;

import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoUserTest {

    private FakeKeycloak keycloak;

    @BeforeEach
    void start() throws IOException {
        keycloak = new FakeKeycloak().acceptingPasswords();
    }

    @AfterEach
    void stop() {
        keycloak.close();
    }

    @Test
    void isCreatedByTheAdministratorWithAVerifiedAddress() throws Exception {
        keycloak.answering("POST /admin/realms/encvoy/users", 201, "");

        assertThat(DemoUser.create(signedIn(), "pass-word")).isTrue();

        assertThat(keycloak.requests().get(0)).endsWith("&username=admin&password=se%26cret");
        assertThat(keycloak.requests().get(1))
                .contains(
                        "Bearer the-token",
                        "\"username\":\"demo\"",
                        "\"email\":\"demo@example.com\"",
                        "\"emailVerified\":true",
                        "\"value\":\"pass-word\"");
    }

    @Test
    void isLeftAloneIfItExists() throws Exception {
        keycloak.answering("POST /admin/realms/encvoy/users", 409, "{}");

        assertThat(DemoUser.create(signedIn(), "pass-word")).isTrue();
    }

    @Test
    void isMissingIfKeycloakRefusesIt() throws Exception {
        keycloak.answering("POST /admin/realms/encvoy/users", 400, "{}");

        assertThat(DemoUser.create(signedIn(), "pass-word")).isFalse();
    }

    @Test
    void aPasswordThatWasChangedIsRefused() throws Exception {
        keycloak.answering("POST /realms/master/protocol/openid-connect/token", 401, "{\"error\":\"invalid_grant\"}");

        assertThat(new AdminApi(keycloak.url()).signIn("admin", "old")).isFalse();
    }

    private AdminApi signedIn() throws Exception {
        AdminApi admin = new AdminApi(keycloak.url());
        assertThat(admin.signIn("admin", "se&cret")).isTrue();
        return admin;
    }
}
