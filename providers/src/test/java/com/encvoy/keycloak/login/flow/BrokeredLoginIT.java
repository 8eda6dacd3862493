package com.encvoy.keycloak.login.flow;

import java.util.Map;

import jakarta.ws.rs.core.Response;

import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Logins through an identity provider pass none of our flows: the required action guards them. */
@KeycloakServer
class BrokeredLoginIT {

    private final TestServer server;

    BrokeredLoginIT(TestServer server) {
        this.server = server;
    }

    @Test
    void theAccessGateGuardsLoginsOfAnIdentityProviderToo() {
        TestRealm provider = TestRealm.copy(server, "broker-provider", copy -> {});
        TestRealm realm = TestRealm.copy(server, "broker", copy -> {});
        provider.application(
                "relying",
                "secret-of-the-broker-for-tests",
                server.at("/realms/broker/broker/corporate/endpoint").toString());
        provider.person("brokered");
        IdentityProviderRepresentation corporate = new IdentityProviderRepresentation();
        corporate.setAlias("corporate");
        corporate.setProviderId("oidc");
        corporate.setTrustEmail(true);
        String base =
                server.at("/realms/broker-provider/protocol/openid-connect").toString();
        corporate.setConfig(Map.of(
                "clientId",
                "relying",
                "clientSecret",
                "secret-of-the-broker-for-tests",
                "authorizationUrl",
                base + "/auth",
                "tokenUrl",
                server.inside("/realms/broker-provider/protocol/openid-connect/token"),
                "clientAuthMethod",
                "client_secret_post",
                "defaultScope",
                "openid profile email",
                "disableUserInfo",
                "true",
                "validateSignature",
                "false"));
        try (Response response = realm.admin().identityProviders().create(corporate)) {
            assertThat(response.getStatus())
                    .as(response.readEntity(String.class))
                    .isEqualTo(201);
        }
        LoginBrowser login = new LoginBrowser(server, realm);
        realm.settings("wiki", Map.of("encvoy.authorize_only_admins", "true"));

        Browser browser = login.open(new Browser(server.url()).reading("en"), "&kc_idp_hint=corporate");
        browser.signIn("brokered", TestRealm.PASSWORD);

        assertThat(browser.pageId()).isEqualTo("login-encvoy-access-denied");
        String id = realm.admin()
                .users()
                .searchByEmail("brokered@example.com", true)
                .get(0)
                .getId();
        assertThat(realm.event(org.keycloak.events.EventType.LOGIN_ERROR, id).getDetails())
                .containsEntry("reason", "only_admins");
        realm.grant(id, "wiki", "OWNER");
        Browser again = login.open(new Browser(server.url()).reading("en"), "&kc_idp_hint=corporate")
                .signIn("brokered", TestRealm.PASSWORD);
        assertThat(LoginBrowser.isSignedIn(again)).isTrue();
    }

    @Test
    void aParameterOfTheProvidersAddressStaysThere() {
        TestRealm realm = TestRealm.copy(server, "broker-parameter", copy -> {});
        IdentityProviderRepresentation partner = new IdentityProviderRepresentation();
        partner.setAlias("partner");
        partner.setProviderId("oidc");
        String base =
                server.at("/realms/broker-parameter/protocol/openid-connect").toString();
        partner.setConfig(Map.of(
                "clientId",
                "error-tracker",
                "clientSecret",
                "secret-of-the-broker-for-tests",
                "authorizationUrl",
                base + "/auth?iss=https://partner.example.com",
                "tokenUrl",
                base + "/token",
                "clientAuthMethod",
                "client_secret_post"));
        realm.admin().identityProviders().create(partner).close();

        Browser browser = new LoginBrowser(server, realm).open(new Browser(server.url()), "&kc_idp_hint=partner");

        assertThat(browser.address().getQuery())
                .startsWith("iss=https://partner.example.com&")
                .contains("client_id=error-tracker");
    }
}
