package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.net.URI;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SentryClientTest {

    private static final String ID = "7e227219-78c9-45f2-a066-6e81e4e1321c";

    private FakeKeycloak keycloak;

    @BeforeEach
    void start() throws IOException {
        keycloak = new FakeKeycloak();
    }

    @AfterEach
    void stop() {
        keycloak.close();
    }

    @Test
    void movesToTheNewAddressOfSentry() throws Exception {
        keycloak.answering(
                        "GET /admin/realms/encvoy/clients?clientId=sentry",
                        200,
                        "[{\"id\":\"" + ID + "\",\"secret\":\"s\"}]")
                .answering("PUT /admin/realms/encvoy/clients/" + ID, 204, "");

        assertThat(SentryClient.move(new AdminApi(keycloak.url()), URI.create("https://example.com/sentry")))
                .isTrue();

        assertThat(keycloak.requests().get(1))
                .contains(
                        "\"rootUrl\":\"https://example.com/sentry\"",
                        "[\"https://example.com/sentry/auth/sso/\",\"https://example.com/sentry/auth/sso\"]",
                        "[\"https://example.com\"]");
    }

    @Test
    void isNotCreatedAgainIfItWasDeleted() throws Exception {
        keycloak.answering("GET /admin/realms/encvoy/clients?clientId=sentry", 200, "[]");

        assertThat(SentryClient.move(new AdminApi(keycloak.url()), URI.create("https://example.com")))
                .isFalse();
    }
}
