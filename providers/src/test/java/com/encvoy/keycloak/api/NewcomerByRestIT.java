package com.encvoy.keycloak.api;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryIdentity;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.sentry.SentrySettings;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The newcomer's story without the dashboard. */
@KeycloakServer
class NewcomerByRestIT {

    private static final String REALM = "newcomer-by-rest";

    private final TestServer server;
    private final TestRealm realm;
    private final RestApi api;

    NewcomerByRestIT(TestServer server) {
        this.server = server;
        this.realm = TestRealm.copy(server, REALM, copy -> {});
        this.api = RestApi.of(server, realm);
        String newcomer = realm.person("newcomer");
        realm.admin()
                .users()
                .get(newcomer)
                .roles()
                .realmLevel()
                .add(List.of(
                        realm.admin().roles().get("encvoy-create-application").toRepresentation()));
        realm.person("colleague");
        realm.person("stranger");
    }

    @Test
    void aNewcomerConnectsSentryInvitesAColleagueAndChangesTheLook() {
        RestApi.Answer created = api.send(
                "newcomer",
                "POST",
                "/applications",
                "{\"template\":\"sentry\",\"url\":\"" + TestRealm.SENTRY_URL + "\"}");
        assertThat(created.status()).as(String.valueOf(created.body())).isEqualTo(201);
        String application = "/applications/" + created.text("client_id");
        Sentry sentry = new Sentry(pasted(created.text("configuration")));

        assertThat(signsIn(sentry, "newcomer").email()).isEqualTo("newcomer@example.com");

        assertThat(api.send(
                                "newcomer",
                                "PATCH",
                                application + "/settings",
                                "{\"encvoy.authorize_only_employees\":\"true\",\"encvoy.widget_title\":\"Errors\"}")
                        .status())
                .isEqualTo(200);
        try (Browser stranger = atLogin(sentry.startLogin())) {
            assertThat(stranger.text()).contains("Errors");
            stranger.signIn("stranger", TestRealm.PASSWORD);
            assertThat(stranger.pageId()).isEqualTo("login-encvoy-access-denied");
        }
        assertThat(api.send("newcomer", "POST", application + "/invitations", "{\"email\":[\"colleague@example.com\"]}")
                        .status())
                .isEqualTo(201);
        assertThat(signsIn(sentry, "colleague").email()).isEqualTo("colleague@example.com");
        assertThat(api.get("newcomer", application + "/members?role=USER").body())
                .anySatisfy(member -> assertThat(member.path("email").asText()).isEqualTo("colleague@example.com"));
    }

    @Test
    void anApplicationDoesNotActAsItsOwnerWhoSignedInToIt() {
        RestApi.Answer created = api.send(
                "newcomer",
                "POST",
                "/applications",
                "{\"template\":\"sentry\",\"url\":\"https://errors.example.com\"}");
        SentrySettings settings = new SentrySettings(
                created.text("client_id"),
                created.text("client_secret"),
                server.at("/realms/" + REALM + "/api/oidc").toString(),
                "https://errors.example.com");
        SentryIdentity owner = signsIn(new Sentry(settings), "newcomer");

        assertThat(api.exchange(api.request("/applications/" + created.text("client_id") + "/secret")
                                .header("Authorization", "Bearer " + owner.accessToken())
                                .build())
                        .statusCode())
                .isBetween(401, 404);
    }

    private SentrySettings pasted(String configuration) {
        return new SentrySettings(
                value(configuration, "OIDC_CLIENT_ID"),
                value(configuration, "OIDC_CLIENT_SECRET"),
                value(configuration, "OIDC_SCOPE"),
                value(configuration, "OIDC_DOMAIN"),
                TestRealm.SENTRY_URL);
    }

    private static String value(String configuration, String name) {
        Matcher line = Pattern.compile(name + " = \"([^\"]+)\"").matcher(configuration);
        assertThat(line.find()).as(name).isTrue();
        return line.group(1);
    }

    private Browser atLogin(SentryLogin login) {
        return new Browser(server.url()).reading("en").open(login.authorizationUrl());
    }

    /** Agrees to what the application of a person asks for. */
    private SentryIdentity signsIn(Sentry sentry, String username) {
        SentryLogin login = sentry.startLogin();
        try (Browser browser = atLogin(login)) {
            browser.signIn(username, TestRealm.PASSWORD);
            assertThat(browser.text()).contains("Ada Lovelace");
            return login.callback(browser.click("kc-login").address());
        }
    }
}
