package com.encvoy.keycloak.claims;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;

import com.encvoy.keycloak.server.Insight;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The preview says what the application then receives. */
@KeycloakServer
class ClaimsPreviewIT {

    /** Different at every sign-in, or answers to the request. */
    private static final Set<String> OF_ONE_LOGIN =
            Set.of("exp", "iat", "auth_time", "jti", "sid", "at_hash", "nonce", "session_state", "acr");

    private final TestServer server;
    private TestRealm realm;
    private Insight insight;
    private String ada;

    ClaimsPreviewIT(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void makeRealm() {
        realm = TestRealm.copy(server, "previewed", copy -> {});
        ReceivedClaims.register(realm);
        insight = new Insight(server, realm, "learner");
        ada = realm.person("ada", user -> user.singleAttribute("phone_number", "+491701234567"));
    }

    private static Map<String, JsonNode> lasting(JsonNode claims) {
        Map<String, JsonNode> lasting = new TreeMap<>();
        claims.properties().forEach(claim -> lasting.put(claim.getKey(), claim.getValue()));
        lasting.keySet().removeAll(OF_ONE_LOGIN);
        return lasting;
    }

    private static Set<String> names(JsonNode claims) {
        Set<String> names = new TreeSet<>();
        claims.fieldNames().forEachRemaining(names::add);
        names.remove("at_hash");
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid", "openid phone", "openid phone locale lk accounts"})
    void theClaimsAreThoseThatAreReceivedThen(String scope) {
        JsonNode preview = insight.preview("ada", "?scope=" + scope.replace(" ", "+"));

        ReceivedClaims received = ReceivedClaims.at(server, realm, "ada", scope);

        assertThat(lasting(preview.path("idToken"))).isEqualTo(lasting(received.idToken()));
        assertThat(names(preview.path("idToken"))).isEqualTo(names(received.idToken()));
        assertThat(lasting(preview.path("userinfo"))).isEqualTo(lasting(received.userinfo()));
        assertThat(preview.path("idToken").path("email").asText()).isEqualTo("ada@example.com");
        assertThat(preview.path("refusal").isNull()).isTrue();
    }

    @Test
    void aScopeThatTheApplicationMayNotAskForIsLeftOut() {
        assertThat(insight.preview("ada", "?scope=roles+payroll+phone")
                        .path("scopes")
                        .toString())
                .contains("openid", "phone")
                .doesNotContain("payroll", "roles");
    }

    @Test
    void nothingRemains() {
        ClientRepresentation client = realm.client("learner");
        int before = realm.admin().getEvents().size();

        JsonNode preview = insight.preview("ada", "");

        assertThat(preview.toString()).doesNotContain("access_token", "refresh_token");
        assertThat(realm.admin().users().get(ada).getUserSessions()).isEmpty();
        assertThat(realm.admin().clients().get(client.getId()).getUserSessions(0, 10))
                .isEmpty();
        assertThat(realm.admin().getEvents()).hasSize(before);
    }

    @Test
    void whoMayNotSignInIsNotShown() {
        realm.settings("learner", Map.of("encvoy.authorize_only_admins", "true"));
        assertRefused("only_admins");
        realm.settings("learner", Map.of("encvoy.authorize_only_admins", "false"));
        realm.disable(ada);
        assertRefused("user_disabled");
        assertThat(realm.admin().getEvents()).isEmpty();
    }

    private void assertRefused(String reason) {
        JsonNode preview = insight.preview("ada", "");
        assertThat(preview.path("refusal").asText()).isEqualTo(reason);
        assertThat(List.of(
                        preview.path("idToken").size(), preview.path("userinfo").size()))
                .containsOnly(0);
    }
}
