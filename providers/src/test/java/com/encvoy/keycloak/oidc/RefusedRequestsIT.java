package com.encvoy.keycloak.oidc;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.ClientRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.sentry.SentrySettings;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that Keycloak would return with an error, and that Sentry would repeat for ever. */
@KeycloakServer
class RefusedRequestsIT {

    private final TestServer server;
    private final TestRealm realm;
    private final Browser browser;

    RefusedRequestsIT(TestServer server) {
        this.server = server;
        this.realm = TestRealm.copy(server, "refusing", copy -> {});
        this.browser = new Browser(server.url());
        realm.person("ada");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    /** Ways to make the Sentry client fail, as administrators do. */
    enum Mistake {
        FLOW_DISABLED(client -> client.setStandardFlowEnabled(false)),
        PKCE_REQUIRED(client -> client.getAttributes().put("pkce.code.challenge.method", "S256")),
        CLIENT_DISABLED(client -> client.setEnabled(false));

        @SuppressWarnings("ImmutableEnumChecker")
        private final Consumer<ClientRepresentation> change;

        Mistake(Consumer<ClientRepresentation> change) {
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void sentrysUsersSeeAPageInsteadOfALoop(Mistake mistake) {
        URI request = sentry("openid email").startLogin().authorizationUrl();
        change(mistake.change);

        browser.open(request);

        assertThat(browser.address().getAuthority()).isEqualTo(server.url().getAuthority());
        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.pageId()).isEqualTo("login-error");
    }

    @Test
    void thePageNamesTheApplicationAndTheError() {
        change(Mistake.FLOW_DISABLED.change);

        browser.open(sentry("openid email").startLogin().authorizationUrl());

        assertThat(browser.html().asNormalizedText())
                .contains("Signing in was not possible", "Sentry asked for something");
        assertThat(browser.html().getElementById("encvoy-details").getTextContent())
                .contains("unauthorized_client", "error-tracker");
    }

    @Test
    void otherApplicationsGetTheErrorAsOAuthSays() {
        change(client -> {
            client.setStandardFlowEnabled(false);
            client.getAttributes().put("encvoy.show_authorization_errors", "false");
        });

        browser.open(sentry("openid email").startLogin().authorizationUrl());

        assertThat(browser.address().toString())
                .startsWith(TestRealm.SENTRY_URL)
                .contains("error=unauthorized_client", "&iss=");
    }

    @Test
    void aBadValueOfTheSettingCountsAsItsDefaultAndIsLoggedOnceByName() {
        change(client -> {
            client.setStandardFlowEnabled(false);
            client.getAttributes().put("encvoy.show_authorization_errors", "perhaps");
        });

        browser.open(sentry("openid email").startLogin().authorizationUrl());

        assertThat(browser.address().toString()).contains("error=unauthorized_client");
        assertThat(server.log())
                .contains("Client 'error-tracker' of realm '" + realm.name()
                        + "': encvoy.show_authorization_errors must be true or false");
    }

    @Test
    void unknownScopesAreIgnored() {
        SentryLogin login =
                sentry("openid email groups no:such*scope offline_access").startLogin();

        var identity = login.callback(browser.open(login.authorizationUrl())
                .signIn("ada", TestRealm.PASSWORD)
                .address());

        assertThat(identity.email()).isEqualTo("ada@example.com");
        assertThat(identity.refreshToken()).isNotNull();
    }

    @Test
    void unknownScopesAreIgnoredInAPostedRequestToo() {
        URI request = sentry("openid nonsense").startLogin().authorizationUrl();

        browser.post(server.at("/realms/refusing/api/oidc/auth"), request.getRawQuery());

        assertThat(browser.asksWhoItIs()).isTrue();
    }

    @Test
    void anAddressThatIsNotRegisteredIsNeverVisited() {
        String request =
                sentry("openid nonsense").startLogin().authorizationUrl().toString();
        for (String foreign : List.of(
                "https%3A%2F%2Fevil.example%2F",
                "https%3A%2F%2Fsentry.example.com%2Fauth%2Fsso%2F%2F..", "%2F%2Fevil.example")) {
            browser.open(URI.create(request.replaceAll("redirect_uri=[^&]*", "redirect_uri=" + foreign)));

            assertThat(browser.address().getAuthority()).isEqualTo(server.url().getAuthority());
            assertThat(browser.status()).isEqualTo(400);
        }
    }

    private Sentry sentry(String scope) {
        SentrySettings settings = realm.sentry("/realms/refusing/api/oidc");
        return new Sentry(new SentrySettings(
                settings.oidcClientId(),
                settings.oidcClientSecret(),
                scope,
                settings.oidcDomain(),
                settings.urlPrefix()));
    }

    private void change(Consumer<ClientRepresentation> change) {
        ClientRepresentation client = realm.client("error-tracker");
        change.accept(client);
        realm.admin().clients().get(client.getId()).update(client);
    }
}
