package com.encvoy.keycloak.login.gate;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.authorization.PolicyEnforcementMode;
import org.keycloak.representations.idm.authorization.ResourceRepresentation;
import org.keycloak.representations.idm.authorization.ResourceServerRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.Application.Answer;
import com.encvoy.keycloak.server.AuthenticationDevice;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Every way to a token of an application checks whether the user may use it. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessDoorsIT {

    private static final String CALLBACK = "https://vault.example.com/login";
    private static final String SECRET = "secret-of-the-vault-for-tests";

    private final TestServer server;
    private TestRealm realm;
    private String ada;

    AccessDoorsIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "doors", copy -> {});
        for (String clientId : List.of("vault", "desk")) {
            realm.application(clientId, SECRET, CALLBACK);
            ClientRepresentation client = realm.client(clientId);
            client.setDirectAccessGrantsEnabled(true);
            client.setImplicitFlowEnabled(true);
            client.setServiceAccountsEnabled(true);
            client.setAuthorizationServicesEnabled(true);
            client.getAttributes()
                    .putAll(Map.of(
                            "standard.token.exchange.enabled",
                            "true",
                            "oidc.ciba.grant.enabled",
                            "true",
                            "oauth2.device.authorization.grant.enabled",
                            "true",
                            "standard.token.exchange.enableRefreshRequestedTokenType",
                            "SAME_SESSION"));
            realm.admin().clients().get(client.getId()).update(client);
            var authorization = realm.admin().clients().get(client.getId()).authorization();
            ResourceServerRepresentation rules = authorization.getSettings();
            rules.setPolicyEnforcementMode(PolicyEnforcementMode.PERMISSIVE);
            authorization.update(rules);
            authorization
                    .resources()
                    .create(new ResourceRepresentation("drawer"))
                    .close();
        }
        ProtocolMapperRepresentation audience = new ProtocolMapperRepresentation();
        audience.setName("the vault");
        audience.setProtocol("openid-connect");
        audience.setProtocolMapper("oidc-audience-mapper");
        audience.setConfig(Map.of("included.client.audience", "vault", "access.token.claim", "true"));
        realm.admin()
                .clients()
                .get(realm.client("desk").getId())
                .getProtocolMappers()
                .createMapper(audience)
                .close();
    }

    @BeforeEach
    void makePerson() {
        ada = realm.person("door-ada");
    }

    @AfterEach
    void open() {
        close("");
    }

    /** From now on only administrators of the vault may use it; sessions continue. */
    private void close(String onlyAdmins) {
        realm.settings("vault", Map.of("encvoy.authorize_only_admins", onlyAdmins));
    }

    private Application vault(boolean encvoy) {
        return application("vault", encvoy);
    }

    private Application application(String clientId, boolean encvoy) {
        return encvoy
                ? Application.atEncvoyAddress(server, realm, clientId, SECRET)
                : Application.atKeycloakAddress(server, realm, clientId, SECRET);
    }

    private URI signIn(String clientId) {
        try (Browser browser = new Browser(server.url())) {
            return browser.open(realm.authorization(clientId, CALLBACK, ""))
                    .signIn("door-ada", TestRealm.PASSWORD)
                    .address();
        }
    }

    private void assertRefused(Answer answer, String reason) {
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo("invalid_grant");
        assertThat(answer.text("error_description")).isEqualTo("Access withdrawn: " + reason);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCodeFromBeforeIsNotRedeemed(boolean encvoy) {
        URI code = signIn("vault");
        close("true");

        assertRefused(vault(encvoy).redeem(code, CALLBACK), "only_admins");
        assertThat(realm.event(EventType.CODE_TO_TOKEN_ERROR, ada).getDetails()).containsEntry("reason", "only_admins");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tokensAreNotRefreshedAndAnswerAsEnded(boolean encvoy) {
        Answer tokens = vault(encvoy).redeem(signIn("vault"), CALLBACK);
        String access = tokens.text("access_token");
        assertThat(vault(encvoy).introspect(access).json().path("active").asBoolean())
                .isTrue();
        assertThat(vault(encvoy).userinfo(access).status()).isEqualTo(200);
        close("true");

        assertRefused(
                vault(encvoy).token("refresh_token", Map.of("refresh_token", tokens.text("refresh_token"))),
                "only_admins");
        assertThat(vault(encvoy).introspect(access).json().toString()).isEqualTo("{\"active\":false}");
        for (String hint : List.of("refresh_token", "access_token", "requesting_party_token", "nonsense")) {
            assertThat(vault(encvoy)
                            .introspect(access, hint)
                            .json()
                            .path("active")
                            .asBoolean())
                    .as(hint)
                    .isFalse();
            assertThat(vault(encvoy)
                            .introspect(tokens.text("refresh_token"), hint)
                            .json()
                            .path("active")
                            .asBoolean())
                    .as(hint)
                    .isFalse();
        }
        Answer userinfo = vault(encvoy).userinfo(access);
        assertThat(userinfo.status()).isEqualTo(401);
        if (encvoy) {
            assertThat(userinfo.text("error")).isEqualTo("invalid_token");
        }
        close("");
        assertThat(vault(encvoy).introspect(access).json().path("active").asBoolean())
                .as("access given back")
                .isTrue();
        assertThat(vault(encvoy)
                        .token("refresh_token", Map.of("refresh_token", tokens.text("refresh_token")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPasswordGetsNoTokens() {
        Map<String, String> credentials =
                Map.of("username", "door-ada", "password", TestRealm.PASSWORD, "scope", "openid");
        realm.settings("vault", Map.of("encvoy.authorize_only_admins", ""));
        assertThat(vault(true).token("password", credentials).status()).isEqualTo(200);
        close("true");

        for (boolean encvoy : List.of(true, false)) {
            Answer refused = vault(encvoy).token("password", credentials);
            assertThat(refused.text("error"))
                    .as("by the required action, before any token is made")
                    .isEqualTo("invalid_grant");
            assertThat(refused.json().has("access_token")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anExchangeGetsNoTokensForItselfNorForAnotherAudience(boolean encvoy) {
        String subject =
                application("desk", encvoy).redeem(signIn("desk"), CALLBACK).text("access_token");
        Map<String, String> exchange = new LinkedHashMap<>(Map.of(
                "subject_token",
                subject,
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:access_token",
                "requested_token_type",
                "urn:ietf:params:oauth:token-type:access_token"));
        String type = "urn:ietf:params:oauth:grant-type:token-exchange";
        assertThat(application("desk", encvoy).token(type, exchange).status()).isEqualTo(200);
        exchange.put("audience", "vault");
        Map<String, String> refreshable = new LinkedHashMap<>(exchange);
        refreshable.put("requested_token_type", "urn:ietf:params:oauth:token-type:refresh_token");
        Answer offered = application("desk", encvoy).token(type, refreshable);
        assertThat(offered.status()).as("%s", offered.json()).isEqualTo(200);
        String refreshed = offered.text("refresh_token");
        close("true");

        assertRefused(application("desk", encvoy).token(type, exchange), "only_admins");
        assertRefused(
                application("desk", encvoy).token("refresh_token", Map.of("refresh_token", refreshed)), "only_admins");
        exchange.remove("audience");
        realm.settings("desk", Map.of("encvoy.authorize_only_employees", "true"));
        try {
            assertRefused(application("desk", encvoy).token(type, exchange), "only_employees");
        } finally {
            realm.settings("desk", Map.of("encvoy.authorize_only_employees", ""));
        }
    }

    @Test
    void aPartyTokenIsNotIssued() {
        String access = vault(false).redeem(signIn("vault"), CALLBACK).text("access_token");
        Map<String, String> request = Map.of("audience", "vault", "subject_token", access);
        Answer before = vault(false).token("urn:ietf:params:oauth:grant-type:uma-ticket", request);
        assertThat(before.status()).as("%s", before.json()).isEqualTo(200);
        String party = before.text("access_token");
        assertThat(vault(false)
                        .introspect(party, "requesting_party_token")
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
        close("true");

        Answer after = vault(false).token("urn:ietf:params:oauth:grant-type:uma-ticket", request);
        assertThat(after.status()).as("%s", after.json()).isBetween(400, 403);
        assertThat(after.json().has("access_token")).isFalse();
        assertThat(vault(false)
                        .introspect(party, "requesting_party_token")
                        .json()
                        .toString())
                .isEqualTo("{\"active\":false}");
    }

    @Test
    void aDeviceIsNotSignedIn() {
        Answer device = vault(false).post("/auth/device", Map.of("scope", "openid"));
        try (Browser browser = new Browser(server.url())) {
            browser.open(URI.create(device.text("verification_uri_complete"))).signIn("door-ada", TestRealm.PASSWORD);
            if (browser.shows("kc-login")) {
                browser.click("kc-login");
            }
            close("true");

            Answer answer = vault(false)
                    .token(
                            "urn:ietf:params:oauth:grant-type:device_code",
                            Map.of("device_code", device.text("device_code")));

            assertThat(answer.json().has("access_token"))
                    .as("%s %s", answer.json(), browser.text())
                    .isFalse();
            assertRefused(answer, "only_admins");
        }
    }

    @Test
    void aLoginThatIsApprovedOnAnotherDeviceGetsNoTokens() {
        assertThat(approvedElsewhere().status()).isEqualTo(200);
        close("true");

        assertRefused(approvedElsewhere(), "only_admins");
    }

    private Answer approvedElsewhere() {
        Answer request = vault(false).post("/ext/ciba/auth", Map.of("scope", "openid", "login_hint", "door-ada"));
        assertThat(request.status()).as("%s", request.json()).isEqualTo(200);
        AuthenticationDevice.approve(vault(false), "door-ada");
        return vault(false)
                .token("urn:openid:params:grant-type:ciba", Map.of("auth_req_id", request.text("auth_req_id")));
    }

    @Test
    void theServiceAccountOfTheApplicationIsNoPerson() {
        close("true");

        Answer own = vault(true).token("client_credentials", Map.of());
        assertThat(own.status()).isEqualTo(200);
        String desk =
                application("desk", true).token("client_credentials", Map.of()).text("access_token");
        Answer exchanged = application("desk", true)
                .token(
                        "urn:ietf:params:oauth:grant-type:token-exchange",
                        Map.of(
                                "subject_token",
                                desk,
                                "subject_token_type",
                                "urn:ietf:params:oauth:token-type:access_token",
                                "audience",
                                "vault"));
        assertThat(exchanged.status()).as("%s", exchanged.json()).isEqualTo(200);
    }

    @Test
    void beingBlockedEndsTheSessionsThereAndNowhereElse() {
        for (Runnable block : List.<Runnable>of(
                () -> realm.grant(ada, "vault", "encvoy.blocked"),
                () -> realm.change(ada, user -> user.singleAttribute("encvoy.blocked", "vault")))) {
            Answer atVault = vault(false).redeem(signIn("vault"), CALLBACK);
            Answer atDesk = application("desk", false).redeem(signIn("desk"), CALLBACK);
            try {
                block.run();

                assertThat(vault(false).userinfo(atVault.text("access_token")).status())
                        .isEqualTo(401);
                assertThat(vault(false)
                                .introspect(atVault.text("access_token"))
                                .json()
                                .path("active")
                                .asBoolean())
                        .isFalse();
                assertThat(vault(false)
                                .token("refresh_token", Map.of("refresh_token", atVault.text("refresh_token")))
                                .status())
                        .isEqualTo(400);
                assertThat(application("desk", false)
                                .userinfo(atDesk.text("access_token"))
                                .status())
                        .as("elsewhere")
                        .isEqualTo(200);
                assertThat(application("desk", false)
                                .token("refresh_token", Map.of("refresh_token", atDesk.text("refresh_token")))
                                .status())
                        .isEqualTo(200);
                assertThat(realm.admin().users().get(ada).getUserSessions())
                        .as("no session at the vault is left")
                        .noneMatch(session -> session.getClients().containsValue("vault"));
                assertThat(realm.event(EventType.LOGOUT, ada).getDetails()).containsEntry("reason", "blocked");
            } finally {
                if (realm.roles(ada, "vault").contains("encvoy.blocked")) {
                    realm.revoke(ada, "vault", "encvoy.blocked");
                }
                realm.change(ada, user -> user.setAttributes(null));
            }
        }
    }

    @Test
    void clientsThatRestrictWithoutTheScopeAndClientsThatAreWideAreNamedAtStart() {
        assertThat(server.log()).contains("Client 'restricting' of realm 'encvoy-no-variable' restricts access");
        assertThat(server.log())
                .contains("Access tokens of client 'wide' of realm 'encvoy-no-variable' carry all roles");
    }
}
