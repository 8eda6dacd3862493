package com.encvoy.keycloak.application;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryIdentity;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Realms that exist keep working: provider ids, attributes and keys of messages are stored in them. */
@KeycloakServer
class EarlierRealmIT {

    private final TestServer server;

    EarlierRealmIT(TestServer server) {
        this.server = server;
    }

    @Test
    void aRealmFileFromBeforeTheClassesMovedIsImportedAndSentrySignsAUserIn() throws Exception {
        TestRealm realm = TestRealm.copy(server, "earlier", realmFile(), copy -> {});
        realm.person("ada");

        SentryLogin login = new Sentry(realm.sentry("/realms/earlier/api/oidc")).startLogin();
        try (Browser browser = new Browser(server.url())) {
            SentryIdentity user = login.callback(browser.open(login.authorizationUrl())
                    .signIn("ada", TestRealm.PASSWORD)
                    .address());
            assertThat(user.email()).isEqualTo("ada@example.com");
        }
    }

    @Test
    void everyStepOfItsFlowsIsAKnownProvider() throws Exception {
        TestRealm realm = TestRealm.copy(server, "earlier", realmFile(), copy -> {});
        List<String> known = realm.admin().flows().getAuthenticatorProviders().stream()
                .map(provider -> String.valueOf(provider.get("id")))
                .toList();

        List<String> used = realm.admin().flows().getFlows().stream()
                .map(AuthenticationFlowRepresentation::getAlias)
                .filter(alias -> alias.startsWith("Encvoy"))
                .flatMap(alias -> realm.admin().flows().getExecutions(alias).stream())
                .map(AuthenticationExecutionInfoRepresentation::getProviderId)
                .filter(id -> id != null && id.startsWith("encvoy-") && !id.startsWith("encvoy-registration"))
                .toList();

        assertThat(used).isNotEmpty();
        assertThat(known).containsAll(used);
    }

    private static String realmFile() throws Exception {
        try (InputStream file = EarlierRealmIT.class.getResourceAsStream("/realms/before-the-rooms.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
