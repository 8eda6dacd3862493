package com.encvoy.keycloak.claims;

import java.util.Map;

import jakarta.ws.rs.BadRequestException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryIdentity;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Users who have moved here keep the number by which applications know them. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubjectIT {

    private final TestServer server;
    private TestRealm realm;

    SubjectIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "subject", copy -> {
            ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
            mapper.setName("moved people");
            mapper.setProtocol("openid-connect");
            mapper.setProtocolMapper("encvoy-subject-mapper");
            copy.getClientScopes().stream()
                    .filter(scope -> scope.getName().equals("encvoy"))
                    .forEach(scope -> scope.getProtocolMappers().add(mapper));
        });
        ReceivedClaims.register(realm);
    }

    @Test
    void sentryKnowsAMovedPersonByTheSameNumberOverLoginsAndRefreshes() {
        realm.person("moved", user -> user.singleAttribute("encvoy_sub", "4711"));
        Sentry sentry = new Sentry(realm.sentry("/realms/subject/api/oidc"));
        SentryIdentity first = signIn(sentry);
        SentryIdentity second = signIn(sentry);

        assertThat(first.id()).isEqualTo("4711");
        assertThat(second.id()).isEqualTo("4711");
        assertThat(sentry.refresh(first).accessToken()).isNotEmpty();
        sentry.confirmNewUser(second);
    }

    private SentryIdentity signIn(Sentry sentry) {
        SentryLogin login = sentry.startLogin();
        try (Browser browser = new Browser(server.url())) {
            return login.callback(browser.open(login.authorizationUrl())
                    .signIn("moved", TestRealm.PASSWORD)
                    .address());
        }
    }

    @Test
    void idTokenUserinfoAndIntrospectionAgree() {
        realm.person("moved", user -> user.singleAttribute("encvoy_sub", "4711"));

        ReceivedClaims learned = ReceivedClaims.at(server, realm, "moved", "openid email");

        assertThat(learned.released())
                .allSatisfy(claims -> assertThat(claims.get("sub").textValue()).isEqualTo("4711"));
        assertThat(learned.introspection().get("sub").textValue()).isEqualTo("4711");
    }

    @Test
    void whoHasNotMovedIsKnownByKeycloaksId() {
        String id = realm.person("native");

        assertThat(ReceivedClaims.at(server, realm, "native", "openid").released())
                .allSatisfy(claims -> assertThat(claims.get("sub").textValue()).isEqualTo(id));
    }

    @Test
    void aSubjectIsNeitherChangedNorRemovedNorGivenTwice() {
        String moved = realm.person("fixed", user -> user.singleAttribute("encvoy_sub", "815"));
        String other = realm.person("other");

        assertThatThrownBy(() -> realm.change(moved, user -> user.singleAttribute("encvoy_sub", "816")))
                .isInstanceOf(BadRequestException.class);
        assertThatThrownBy(
                        () -> realm.change(moved, user -> user.getAttributes().remove("encvoy_sub")))
                .isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> realm.change(other, user -> user.singleAttribute("encvoy_sub", "815")))
                .isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> realm.change(other, user -> user.singleAttribute("encvoy_sub", moved)))
                .as("another user's id")
                .isInstanceOf(BadRequestException.class);
        realm.change(moved, user -> user.setLastName("King"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ä", "\n"})
    void aSubjectIsPrintableAscii(String value) {
        String id = realm.person("odd");

        assertThatThrownBy(() -> realm.change(id, user -> user.singleAttribute("encvoy_sub", value)))
                .isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> realm.change(id, user -> user.singleAttribute("encvoy_sub", "1".repeat(129))))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void lifetimesOfAnApplicationTakeEffectAndGoWithTheirSetting() {
        realm.person("timed");
        realm.settings("learner", Map.of("encvoy.access_token_ttl", "600", "encvoy.refresh_token_ttl", "7200"));
        ReceivedClaims set = ReceivedClaims.at(server, realm, "timed", "openid");
        assertThat(set.tokens().get("expires_in").intValue()).isBetween(595, 600);
        assertThat(set.tokens().get("refresh_expires_in").intValue()).isBetween(7190, 7200);

        realm.settings("learner", Map.of("encvoy.access_token_ttl", "", "encvoy.refresh_token_ttl", "for ever"));
        ReceivedClaims unset = ReceivedClaims.at(server, realm, "timed", "openid");
        assertThat(unset.tokens().get("expires_in").intValue()).isBetween(1795, 1800);
        assertThat(unset.tokens().get("refresh_expires_in").intValue()).isBetween(86390, 86400);
        assertThat(server.log())
                .contains("Client 'learner' of realm 'subject': encvoy.refresh_token_ttl must be a number of "
                        + "seconds from 60");
    }
}
