package com.encvoy.keycloak.sentry;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The actions of Sentry and its users, for every way to run the server. */
public abstract class SentryScenarios {

    enum Issuer {
        ENCVOY,
        ENCVOY_OF_REALM,
        KEYCLOAK
    }

    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final TestServer server;
    private final TestRealm realm;
    private final String endpoints;
    private final Browser browser;
    private String ada;

    SentryScenarios(TestServer server) {
        this(server, TestRealm.imported(server), "/api/oidc");
    }

    /** @param endpoints path of the realm's Encvoy ID endpoints */
    protected SentryScenarios(TestServer server, TestRealm realm, String endpoints) {
        this.server = server;
        this.realm = realm;
        this.endpoints = endpoints;
        this.browser = new Browser(server.url());
    }

    @BeforeEach
    void createPerson() {
        ada = realm.person("ada");
    }

    @AfterEach
    void restore() {
        server.moveClock(0);
        browser.close();
    }

    @ParameterizedTest
    @EnumSource
    void sentrySignsAUserIn(Issuer issuer) {
        Sentry sentry = sentry(issuer);
        SentryIdentity identity = signIn(sentry);

        assertThat(identity.id()).isEqualTo(ada);
        assertThat(identity.email()).isEqualTo("ada@example.com");
        assertThat(identity.name()).isEqualTo("Ada Lovelace");
        assertThat(identity.emailVerified().isBoolean()).isTrue();
        assertThat(identity.emailVerified().booleanValue()).isTrue();
        assertThat(identity.idToken().path("email").asText()).isEqualTo("ada@example.com");
        assertThat(identity.idToken().path("name").asText()).isEqualTo("Ada Lovelace");
        assertThat(new String(
                        Base64.getUrlDecoder().decode(identity.accessToken().split("\\.")[0]), StandardCharsets.UTF_8))
                .as("head of the access token, which is none of Sentry's business")
                .contains("\"HS256\"");
        sentry.confirmNewUser(identity);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENCVOY_OF_REALM")
    void theDailyCheckOutlivesTheBrowserSessionAndEndsWithTheAccount(Issuer issuer) {
        Sentry sentry = sentry(issuer);
        SentryIdentity linked = signIn(sentry);

        server.moveClock(DAY);
        assertThat(browser.open(sentry.startLogin().authorizationUrl()).asksWhoItIs())
                .as("a day later the browser session has ended")
                .isTrue();
        SentryIdentity afterADay = sentry.refresh(linked);
        server.moveClock(8 * DAY);
        SentryIdentity afterAWeek = sentry.refresh(afterADay);
        sentry.confirmNewUser(afterAWeek);

        realm.disable(ada);
        assertThatThrownBy(() -> sentry.refresh(afterAWeek)).isInstanceOf(IdentityNotValid.class);
    }

    @Test
    void aConfirmationPageMayStayOpenForTwentyMinutes() {
        Sentry sentry = sentry(Issuer.ENCVOY);
        SentryIdentity identity = signIn(sentry);

        server.moveClock(Duration.ofMinutes(20).toSeconds());

        sentry.confirmNewUser(identity);
    }

    @Test
    void theAnswerOfALostDailyCheckMayBeAskedForAgain() {
        Sentry sentry = sentry(Issuer.ENCVOY);
        SentryIdentity linked = signIn(sentry);
        sentry.refresh(linked);

        server.moveClock(DAY);

        assertThat(sentry.refresh(linked).accessToken()).isNotEmpty();
    }

    @Test
    void sentryStartsOnlyAgainstACompleteDiscoveryDocument() {
        assertThatThrownBy(() -> new Sentry(realm.sentry("/realms/nowhere")))
                .isInstanceOf(SentryFailure.class)
                .hasMessageContaining("userinfo_endpoint");
    }

    @Test
    void theAddressOfTheOriginalGuideWithoutASlashIsRegisteredToo() {
        URI authorization = sentry(Issuer.ENCVOY).startLogin().authorizationUrl();
        URI withoutSlash = URI.create(authorization.toString().replace("%2Fauth%2Fsso%2F&", "%2Fauth%2Fsso&"));

        browser.open(withoutSlash).signIn("ada", TestRealm.PASSWORD);

        assertThat(browser.address().toString())
                .startsWith(TestRealm.SENTRY_URL + "/auth/sso?")
                .contains("code=");
    }

    private Sentry sentry(Issuer issuer) {
        return new Sentry(realm.sentry(
                switch (issuer) {
                    case ENCVOY -> endpoints;
                    case ENCVOY_OF_REALM -> "/realms/" + realm.name() + "/api/oidc";
                    case KEYCLOAK -> "/realms/" + realm.name();
                }));
    }

    private SentryIdentity signIn(Sentry sentry) {
        SentryLogin login = sentry.startLogin();
        return login.callback(browser.open(login.authorizationUrl())
                .signIn("ada", TestRealm.PASSWORD)
                .address());
    }
}
