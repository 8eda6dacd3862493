package com.encvoy.keycloak.login.identifier;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.BadRequestException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static com.encvoy.keycloak.login.LoginBrowser.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Wherever a phone number is typed, any common notation of it is stored in the one that identifies its owner. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhoneNumberIT {

    private static final String NUMBER = "+491701234567";
    private static final String ATTRIBUTE = "phone_number";

    private final TestServer server;
    private TestRealm realm;
    private LoginBrowser login;
    private String ada;

    PhoneNumberIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(
                server, "phones", copy -> TestRealm.options(copy, "encvoy-identifier", Map.of("default_region", "DE")));
        ClientRepresentation cli = realm.client("admin-cli");
        cli.setFullScopeAllowed(true);
        cli.getAttributes().put("client.use.lightweight.access.token.enabled", "false");
        realm.admin().clients().get(cli.getId()).update(cli);
    }

    @BeforeEach
    void makePerson() {
        login = new LoginBrowser(server, realm);
        ada = realm.person("ada");
    }

    private String stored(String id) {
        return realm.admin().users().get(id).toRepresentation().firstAttribute(ATTRIBUTE);
    }

    private String idOf(String username) {
        return realm.admin().users().searchByUsername(username, true).get(0).getId();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+49 170 1234567", "+49 (170) 123-4567", "(+49) 170 1234567", "0049 170 1234567", "0170 1234567"
            })
    void throughTheAdminApiAndAtTheNextLogin(String typed) {
        realm.change(ada, user -> user.singleAttribute(ATTRIBUTE, typed));

        assertThat(stored(ada)).isEqualTo(NUMBER);
        assertThat(isSignedIn(login.atLogin().signIn(typed, TestRealm.PASSWORD)))
                .isTrue();
    }

    @Test
    void forANewUserOfTheAdminApi() {
        UserRepresentation user = new UserRepresentation();
        user.setUsername("made");
        user.singleAttribute(ATTRIBUTE, "0049 (170) 123-4567");
        realm.admin().users().create(user).close();

        assertThat(stored(idOf("made"))).isEqualTo(NUMBER);
        realm.admin().users().delete(idOf("made")).close();
    }

    @Test
    void butNotTwiceInWhateverNotation() {
        realm.change(ada, user -> user.singleAttribute(ATTRIBUTE, NUMBER));
        String eve = realm.person("eve");

        assertThatThrownBy(() -> realm.change(eve, user -> user.singleAttribute(ATTRIBUTE, "0170/123 45 67")))
                .isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> realm.change(eve, user -> user.singleAttribute(ATTRIBUTE, "0170 12")))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void atTheRegistration() {
        Browser browser = login.atLogin();
        browser.open(server.at(browser.html().getAnchorByText("Create account").getHrefAttribute()))
                .submit(
                        "kc-register-form",
                        Map.of(
                                "username",
                                "new",
                                "email",
                                "new@example.com",
                                "firstName",
                                "New",
                                "lastName",
                                "Comer",
                                ATTRIBUTE,
                                "0170 765 43 21"));

        assertThat(stored(idOf("new"))).isEqualTo("+491707654321");
    }

    @Test
    void onTheProfilePage() {
        realm.change(ada, user -> user.setRequiredActions(List.of("UPDATE_PROFILE")));
        Browser browser = login.atLogin().signIn("ada", TestRealm.PASSWORD);
        browser.submit(
                "kc-update-profile-form",
                Map.of(
                        "username",
                        "ada",
                        "email",
                        "ada@example.com",
                        "firstName",
                        "Ada",
                        "lastName",
                        "Lovelace",
                        ATTRIBUTE,
                        "+49 (0)170 1234567"));

        assertThat(isSignedIn(browser)).isTrue();
        assertThat(stored(ada)).isEqualTo(NUMBER);
    }

    @Test
    void whereAnApplicationRequiresIt() {
        realm.settings("wiki", Map.of("encvoy.required_fields", ATTRIBUTE));
        Browser browser = login.atLogin().signIn("ada", TestRealm.PASSWORD);
        browser.type(ATTRIBUTE, "0170 12").click("encvoy-raise");
        assertThat(browser.text()).contains("with its country code");
        browser.type(ATTRIBUTE, "0170 1234567").click("encvoy-raise");

        assertThat(isSignedIn(browser)).isTrue();
        assertThat(stored(ada)).isEqualTo(NUMBER);
    }

    @Test
    void inTheAccountConsole() {
        try (Keycloak client = KeycloakBuilder.builder()
                .serverUrl(server.url().toString())
                .realm("phones")
                .clientId("admin-cli")
                .username("ada")
                .password(TestRealm.PASSWORD)
                .build()) {
            String token = client.tokenManager().getAccessTokenString();
            ObjectNode account =
                    (ObjectNode) Application.send(account(token).build()).json();
            account.withObject("/attributes").putArray(ATTRIBUTE).add("0049 170/1234567");
            assertThat(Application.send(account(token)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(account.toString()))
                                    .build())
                            .status())
                    .isEqualTo(204);
        }

        assertThat(stored(ada)).isEqualTo(NUMBER);
    }

    private HttpRequest.Builder account(String token) {
        return HttpRequest.newBuilder(server.at("/realms/phones/account/"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }
}
