package com.encvoy.keycloak.dashboard.requests;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.htmlunit.html.HtmlButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.admin.client.resource.RoleResource;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.dashboard.DashboardBrowser;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The page about the invitations that a person has received. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsIT {

    private static final String REALM = "requests";
    private static final String SENTRY = "error-tracker";
    private static final String GONE = "This invitation is no longer open.";

    private final TestServer server;
    private TestRealm realm;
    private String grace;
    private String guest;

    RequestsIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, REALM, copy -> copy.setAdminEventsEnabled(true));
        realm.settings(SENTRY, Map.of("encvoy.authorize_only_employees", "true"));
        grace = realm.person("grace", user -> {
            user.setFirstName("Grace");
            user.setLastName("Hopper");
        });
        realm.grant(grace, SENTRY, "OWNER");
        realm.grant(grace, SENTRY, "USER");
    }

    @BeforeEach
    void makeGuest() {
        guest = realm.person("guest");
    }

    private RoleResource members() {
        return realm.admin().clients().get(realm.client(SENTRY).getId()).roles().get("USER");
    }

    /** @return its id */
    private String invite(String email, long seconds) {
        String id = UUID.randomUUID().toString();
        long now = Instant.now().getEpochSecond();
        attribute(email, id + " " + now + " " + (now + seconds) + " " + grace);
        return id;
    }

    private void withdraw(String email) {
        attribute(email, null);
    }

    private void attribute(String email, String value) {
        RoleRepresentation role = members().toRepresentation();
        Map<String, List<String>> attributes = new HashMap<>(role.getAttributes());
        attributes.remove("encvoy.invitation." + email);
        if (value != null) {
            attributes.put("encvoy.invitation." + email, List.of(value));
        }
        role.setAttributes(attributes);
        members().update(role);
    }

    private DashboardBrowser requests() {
        return new DashboardBrowser(server, realm, "guest", "requests");
    }

    private static DashboardBrowser press(DashboardBrowser pages, String button) {
        HtmlButton found =
                pages.browser().html().getFirstByXPath("//main//button[normalize-space()='%s']".formatted(button));
        pages.browser().press(found);
        return pages;
    }

    /** Sends a form of this page about another invitation. */
    private static DashboardBrowser post(DashboardBrowser pages, String path) {
        pages.browser()
                .post(pages.address(path), "state_checker=" + pages.browser().value("state_checker"));
        return pages;
    }

    private List<String> roles() {
        return realm.roles(guest, SENTRY);
    }

    private AdminEventRepresentation lastAdminEvent() {
        return realm.admin().getAdminEvents().get(0);
    }

    @Test
    void anInvitationSaysWhoInvitesToWhatAndUntilWhen() {
        invite("guest@example.com", 86400);
        invite("other@example.com", 86400);
        try (DashboardBrowser pages = requests()) {
            assertThat(pages.status()).isEqualTo(200);
            assertThat(pages.text())
                    .contains("Invitations", "Sentry", "Grace Hopper", "Valid until", "guest@example.com")
                    .doesNotContain("other@example.com");
            assertThat(pages.browser().html().getByXPath("//main//button")).hasSize(2);
        }
    }

    @Test
    void whoHasNoneIsToldSo() {
        withdraw("guest@example.com");
        try (DashboardBrowser pages = requests()) {
            assertThat(pages.text()).contains("No open invitations", "guest@example.com");
        }
    }

    @Test
    void whoAcceptsIsAMemberAndMayUseTheApplication() {
        String id = invite("guest@example.com", 86400);
        try (DashboardBrowser pages = requests()) {
            press(pages, "Accept");

            assertThat(pages.browser().address()).isEqualTo(pages.address("requests"));
            assertThat(pages.text()).contains("You are a member now.", "No open invitations");
            assertThat(roles()).containsExactly("USER");
            assertThat(members().toRepresentation().getAttributes())
                    .doesNotContainKey("encvoy.invitation.guest@example.com");
            assertThat(lastAdminEvent().getResourceType()).isEqualTo("ENCVOY_MEMBER");
            assertThat(lastAdminEvent().getAuthDetails().getUserId()).isEqualTo(guest);
            assertThat(realm.event(EventType.UPDATE_PROFILE, guest).getDetails())
                    .containsEntry("context", "ACCOUNT")
                    .containsEntry("invitation", "accepted")
                    .containsEntry("application", SENTRY);

            Browser atSentry = pages.browser()
                    .open(new Sentry(realm.sentry("/realms/" + REALM + "/api/oidc"))
                            .startLogin()
                            .authorizationUrl());
            assertThat(atSentry.address().toString())
                    .startsWith(TestRealm.SENTRY_URL)
                    .contains("code=");

            assertThat(post(pages.open("applications"), "requests/" + id + "/accept")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void whoDeclinesIsNotAMember() {
        String id = invite("guest@example.com", 86400);
        try (DashboardBrowser pages = requests()) {
            press(pages, "Decline");

            assertThat(pages.text()).contains("You have declined the invitation.", "No open invitations");
            assertThat(roles()).isEmpty();
            assertThat(lastAdminEvent().getResourcePath()).isEqualTo("applications/" + SENTRY + "/invitations/" + id);
            assertThat(realm.event(EventType.UPDATE_PROFILE, guest).getDetails())
                    .containsEntry("invitation", "declined");
        }
    }

    @Test
    void anInvitationThatIsOverOrOfAnotherAddressOrUnknownIsAnsweredAlike() {
        String mine = invite("guest@example.com", 86400);
        String others = invite("other@example.com", 86400);
        try (DashboardBrowser pages = requests()) {
            String unknown = UUID.randomUUID().toString();
            for (String path : List.of(others + "/accept", others + "/decline", unknown + "/accept")) {
                assertThat(post(pages.open("requests"), "requests/" + path).status())
                        .isEqualTo(404);
                assertThat(pages.text()).contains(GONE);
            }
            invite("guest@example.com", -10);
            assertThat(post(pages.open("applications"), "requests/" + mine + "/accept")
                            .text())
                    .contains(GONE);
            withdraw("guest@example.com");
            assertThat(post(pages.open("applications"), "requests/" + mine + "/decline")
                            .text())
                    .contains(GONE);
            assertThat(roles()).isEmpty();
        }
    }

    @Test
    void aBlockOutlivesAnInvitation() {
        String id = invite("guest@example.com", 86400);
        realm.grant(guest, SENTRY, "encvoy.blocked");
        try (DashboardBrowser pages = requests()) {
            assertThat(pages.text()).contains("does not admit you", "Decline").doesNotContain("Accept");

            assertThat(post(pages, "requests/" + id + "/accept").status()).isEqualTo(400);
            assertThat(pages.text()).contains("does not admit you");
            assertThat(roles()).containsExactly("encvoy.blocked");
        }
    }

    @Test
    void aFormFromElsewhereChangesNothing() {
        String id = invite("guest@example.com", 86400);
        try (DashboardBrowser pages = requests()) {
            pages.forge("requests/" + id + "/accept", "");

            assertThat(pages.status()).isEqualTo(403);
            assertThat(roles()).isEmpty();
        }
    }

    @Test
    void anAddressHasToBeVerifiedFirst() {
        invite("guest@example.com", 86400);
        try (DashboardBrowser pages = requests()) {
            realm.change(guest, user -> user.setEmailVerified(false));
            pages.open("requests");
            assertThat(pages.text())
                    .contains("guest@example.com is your email address")
                    .doesNotContain("Sentry");

            int mails = Mailbox.of("guest@example.com").size();
            press(pages, "Verify the address");
            String code = Mailbox.await("guest@example.com", mails + 1).code();
            pages.browser().type("code", code).click("kc-login");

            assertThat(pages.browser().address()).isEqualTo(pages.address("requests"));
            assertThat(pages.text()).contains("Done.", "Sentry");
        }
    }

    @Test
    void keycloaksRolesOfTheAccountAreHonoured() {
        String id = invite("guest@example.com", 86400);
        realm.admin()
                .users()
                .get(guest)
                .roles()
                .realmLevel()
                .remove(List.of(
                        realm.admin().roles().get("default-roles-encvoy").toRepresentation()));
        try (DashboardBrowser pages = requests()) {
            assertThat(pages.status()).isEqualTo(403);

            realm.grant(guest, "account", "view-profile");
            pages.open("requests");
            assertThat(pages.text()).contains("Sentry").doesNotContain("Accept", "Decline");
            assertThat(post(pages, "requests/" + id + "/accept").status()).isEqualTo(403);
            assertThat(roles()).isEmpty();
        }
    }

    @Test
    void theWayBackFromTheSignInLeadsHere() {
        try (Browser browser = new Browser(server.url())) {
            URI page = server.at("/realms/" + REALM + "/dashboard/requests");
            assertThat(browser.open(page).signIn("guest", TestRealm.PASSWORD).address())
                    .isEqualTo(page);
        }
    }
}
