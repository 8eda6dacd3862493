package com.encvoy.keycloak.dashboard.data;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.dashboard.DashboardBrowser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages to download what is held about a person, and to delete the account. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataIT {

    private static final String WIKI = "wiki";

    private final TestServer server;
    private TestRealm realm;

    DataIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makePeople() {
        realm = TestRealm.copy(server, "dashboard-data", copy -> {});
        realm.application(WIKI, "secret-of-the-wiki-for-tests", "https://wiki.example.com/callback");
        realm.settings(WIKI, Map.of("encvoy.template", "sentry"));
        realm.person("ada");
        realm.grant(id("ada"), WIKI, "USER");
        realm.person("owner");
        realm.grant(id("owner"), WIKI, "OWNER");
        withoutDefaultRole(realm.person("guest"));
        realm.grant(id("guest"), "account", "manage-account");
        String limited = realm.person("limited");
        withoutDefaultRole(limited);
        realm.grant(limited, "account", "view-profile");
    }

    @AfterEach
    void resetClock() {
        server.moveClock(0);
    }

    private void withoutDefaultRole(String person) {
        realm.admin()
                .users()
                .get(person)
                .roles()
                .realmLevel()
                .remove(List.of(realm.admin()
                        .roles()
                        .get(realm.admin().toRepresentation().getDefaultRole().getName())
                        .toRepresentation()));
    }

    private String id(String username) {
        return realm.admin().users().search(username, true).get(0).getId();
    }

    private UserRepresentation user(String username) {
        return realm.admin().users().get(id(username)).toRepresentation();
    }

    private DashboardBrowser signedIn(String username, String page) {
        return new DashboardBrowser(server, realm, username, page);
    }

    private boolean isMarked(String username) {
        return user(username).getAttributes() != null
                && user(username).getAttributes().containsKey("encvoy.delete_after");
    }

    @Test
    void aPersonDownloadsEverythingButSecrets() throws IOException {
        try (DashboardBrowser ada = signedIn("ada", "data")) {
            assertThat(ada.text()).contains("Download my data", "Delete my account", "for 30 days");
            ada.open("data/download");
            assertThat(ada.text()).contains("the latest 10,000 entries");

            ada.send(Map.of());

            assertThat(ada.status()).isEqualTo(200);
            assertThat(ada.browser().header("Content-Type")).startsWith("application/json");
            assertThat(ada.browser().header("Content-Disposition"))
                    .isEqualTo("attachment; filename=\"account-data.json\"");
            assertThat(ada.browser().header("Cache-Control")).isEqualTo("no-store");
            String source = ada.browser().source();
            JsonNode data = JsonSerialization.mapper.readTree(source);
            assertThat(data.path("format").asText()).isEqualTo("encvoy-account-data");
            assertThat(data.path("version").asInt()).isEqualTo(1);
            assertThat(data.path("account").path("username").asText()).isEqualTo("ada");
            assertThat(data.path("account").path("email_verified").asBoolean()).isTrue();
            assertThat(data.path("privacy").path("chosen").asBoolean()).isFalse();
            assertThat(data.path("privacy").path("applications_may_see").toString())
                    .contains("\"email\"");
            assertThat(data.path("credentials").path(0).path("type").asText()).isEqualTo("password");
            assertThat(data.path("roles").path("realm").toString()).contains("offline_access");
            assertThat(data.path("roles").path("applications").path(WIKI).toString())
                    .isEqualTo("[\"USER\"]");
            assertThat(data.path("memberships").path(0).path("client_id").asText())
                    .isEqualTo(WIKI);
            assertThat(data.path("sessions").path(0).path("applications").toString())
                    .contains("encvoy-dashboard");
            assertThat(data.path("events").path("recorded").asBoolean()).isTrue();
            assertThat(data.path("events").path("entries").findValuesAsText("type"))
                    .contains("LOGIN");
            for (String member : List.of("consents", "groups", "invitations", "linked_accounts", "organizations")) {
                assertThat(data.path(member).isArray()).as(member).isTrue();
            }
            assertThat(source).doesNotContain("secretData", "hashIterations", "argon2", "salt");
        }
        assertThat(realm.event(EventType.UPDATE_PROFILE, id("ada")).getDetails())
                .containsEntry("context", "data_downloaded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/download", "data/delete"})
    void bothAskForAnotherSignInAndForTheFormOfThisSession(String page) {
        try (DashboardBrowser ada = signedIn("ada", "data")) {
            assertThat(ada.forge(page, "confirmed=true").status()).isEqualTo(403);
            ada.open(page);
            server.moveClock(400);

            ada.send(Map.of("confirmed", "true"));

            assertThat(ada.browser().shows("kc-login")).as(ada.text()).isTrue();
            ada.browser().type("password", TestRealm.PASSWORD).click("kc-login");
            assertThat(ada.browser().address().getPath()).endsWith("/dashboard/" + page);
            assertThat(ada.status()).isEqualTo(200);
        }
        assertThat(isMarked("ada")).isFalse();
    }

    @Test
    void whoMayNotDeleteIsToldSo() {
        try (DashboardBrowser guest = signedIn("guest", "data")) {
            assertThat(guest.text()).contains("Only the administrators of this service can delete your account");
            assertThat(guest.open("data/delete").status()).isEqualTo(403);
            assertThat(guest.forge("data/delete", "confirmed=true").status()).isEqualTo(403);
        }
    }

    @Test
    void whoMayOnlyLookDownloadsNothing() {
        try (DashboardBrowser limited = signedIn("limited", "data")) {
            assertThat(limited.status()).isEqualTo(200);
            assertThat(limited.text()).doesNotContain("Download…");
            assertThat(limited.open("data/download").status()).isEqualTo(403);
        }
    }

    @Test
    void theBoxHasToBeTicked() {
        try (DashboardBrowser ada = signedIn("ada", "data/delete")) {
            assertThat(ada.text()).contains("You are signed out on all devices", "you can sign in and restore it");

            ada.send(Map.of());

            assertThat(ada.status()).isEqualTo(400);
            assertThat(ada.error("confirmed")).startsWith("Please tick the box");
        }
        assertThat(isMarked("ada")).isFalse();
    }

    @Test
    void theLastOwnerIsToldWhatToDoFirst() {
        try (DashboardBrowser owner = signedIn("owner", "data/delete")) {
            assertThat(owner.text()).contains("You are the only owner", "Members of wiki");
            owner.browser().follow("Members of wiki");
            assertThat(owner.browser().address().getPath()).endsWith("/members");

            realm.grant(id("ada"), WIKI, "OWNER");
            owner.open("data/delete");
            realm.revoke(id("ada"), WIKI, "OWNER");
            owner.send(Map.of("confirmed", "true"));

            assertThat(owner.status()).isEqualTo(409);
            assertThat(owner.text()).contains("You are the only owner", "Members of wiki");
        }
        assertThat(isMarked("owner")).isFalse();
    }
}
