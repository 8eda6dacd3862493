package com.encvoy.keycloak.dashboard.members;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlSelect;
import org.htmlunit.html.HtmlTextArea;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.resource.RoleResource;
import org.keycloak.representations.idm.RoleRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of the invitations to an application. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardInvitationsIT {

    private static final String REALM = "dashboard-invitations";
    private static final String SENTRY = "error-tracker";
    private static final String PREFIX = "encvoy.invitation.";

    private final TestServer server;
    private TestRealm realm;
    private String application;
    private String owner;
    private int number;

    DashboardInvitationsIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, REALM, copy -> copy.setAdminEventsEnabled(true));
        application = realm.client(SENTRY).getId();
        owner = realm.person("owner");
        realm.grant(owner, SENTRY, "OWNER");
        realm.grant(realm.person("member"), SENTRY, "USER");
        realm.grant(realm.person("viewer"), "realm-management", "view-users");
    }

    @BeforeEach
    void count() {
        number++;
    }

    private URI page(String path) {
        return server.at("/realms/" + REALM + "/dashboard/applications/" + application + "/" + path);
    }

    private Browser signedIn(String username, String path) {
        return new Browser(server.url()).reading("en").open(page(path)).signIn(username, TestRealm.PASSWORD);
    }

    private static Browser press(Browser browser, String button) {
        HtmlButton found = browser.html().getFirstByXPath("//main//button[normalize-space()='%s']".formatted(button));
        return browser.press(found);
    }

    private static HtmlTextArea emails(Browser browser) {
        return (HtmlTextArea) browser.html().getElementByName("emails");
    }

    private static Browser invite(Browser browser, String text) {
        emails(browser).setText(text);
        return press(browser, "Invite people");
    }

    private String guest(String name) {
        return name + number + "@example.com";
    }

    private RoleResource users() {
        return realm.admin().clients().get(application).roles().get("USER");
    }

    private List<String> stored(String email) {
        return users().toRepresentation().getAttributes().getOrDefault(PREFIX + email, List.of());
    }

    private void store(String email, String value) {
        RoleRepresentation role = users().toRepresentation();
        role.getAttributes().put(PREFIX + email, List.of(value));
        users().update(role);
    }

    @Test
    void aPastedListIsInvited() {
        try (Browser browser = signedIn("owner", "invitations")) {
            ((HtmlSelect) browser.html().getElementByName("language")).setSelectedAttribute("de", true);
            browser.type("days", "3");
            invite(browser, "Gina <" + guest("Gina") + ">; " + guest("hal") + "\n" + guest("gina"));

            assertThat(browser.address()).isEqualTo(page("invitations"));
            assertThat(browser.text())
                    .contains("Invited. The people are notified by email.", guest("gina"), guest("hal"));
            assertThat(Mailbox.await(guest("hal"), 1).subject()).isEqualTo("Einladung zu Sentry");
            String[] stored = stored(guest("gina")).get(0).split(" ");
            assertThat(Long.parseLong(stored[2]) - Long.parseLong(stored[1])).isEqualTo(3L * 24 * 60 * 60);
            assertThat(stored[3]).isEqualTo(owner);
        }
    }

    @Test
    void whatCannotBeInvitedStaysInTheFieldWithTheReason() {
        try (Browser browser = signedIn("owner", "invitations")) {
            invite(browser, guest("good") + " nonsense member@example.com");

            assertThat(browser.status()).isEqualTo(200);
            assertThat(browser.text())
                    .contains("Invited: 1.", "nonsense: no email can reach this address")
                    .contains("member@example.com: already a member");
            assertThat(emails(browser).getText()).isEqualTo("nonsense\nmember@example.com");
            assertThat(stored(guest("good"))).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "91", "-1", "two", "", "1.5", "99999999999"})
    void aNumberOfDaysThatIsNotAllowedIsRefusedAndNothingTypedIsLost(String days) {
        try (Browser browser = signedIn("owner", "invitations")) {
            browser.type("days", days);
            invite(browser, guest("never"));

            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.text()).contains("Please enter a whole number of days from 1 to 90.");
            assertThat(emails(browser).getText()).isEqualTo(guest("never"));
            assertThat(browser.value("days")).isEqualTo(days);
            assertThat(stored(guest("never"))).isEmpty();
        }
    }

    @Test
    void noneAndTooManyAddressesAreRefused() {
        try (Browser browser = signedIn("owner", "invitations")) {
            invite(browser, " , ;\n");
            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.text()).contains("Please enter at least one email address.");
            invite(browser, "many@example.com\n".repeat(5000));
            assertThat(browser.text()).contains("Please enter at most 100 email addresses.");
            browser.post(
                    page("invitations"),
                    "state_checker=" + browser.value("state_checker") + "&days=3&language=tlh&emails="
                            + URLEncoder.encode(guest("never"), StandardCharsets.UTF_8));
            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.text()).contains("Please choose one of the languages");
        }
    }

    @Test
    void theMailIsSentAgainUntilThereWereTooMany() {
        try (Browser browser = signedIn("owner", "invitations")) {
            invite(browser, guest("again"));
            String id = stored(guest("again")).get(0).split(" ")[0];
            for (int mail = 2; mail <= 3; mail++) {
                send(browser, id);
                assertThat(browser.text()).contains("The email is being sent again.");
                Mailbox.await(guest("again"), mail);
            }
            send(browser, id);
            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.text()).contains("This address has received too many emails.");
            invite(browser, guest("again"));
            assertThat(browser.text()).contains("Invited, but without an email", guest("again"));
        }
    }

    private Browser send(Browser browser, String id) {
        HtmlButton button =
                browser.html().getFirstByXPath("//form[contains(@action,'%s')]//button".formatted(id + "/send"));
        return browser.press(button);
    }

    @Test
    void anInvitationIsWithdrawnAfterAQuestion() {
        try (Browser browser = signedIn("owner", "invitations")) {
            invite(browser, guest("unwanted"));
            String id = stored(guest("unwanted")).get(0).split(" ")[0];
            browser.open(page("invitations/" + id + "/withdraw"));
            assertThat(browser.text()).contains("The invitation of " + guest("unwanted") + " to Sentry ends at once.");
            press(browser, "Withdraw");

            assertThat(browser.text()).contains("The invitation was withdrawn.").doesNotContain(guest("unwanted"));
            assertThat(stored(guest("unwanted"))).isEmpty();
            assertThat(browser.open(page("invitations/" + id + "/withdraw")).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void declinedInvitationsAreShownAndCanBeForgotten() {
        long now = System.currentTimeMillis() / 1000;
        store(guest("declining"), "declined-" + number + " " + now + " " + (now + 5000) + " " + owner + " " + now);
        try (Browser browser = signedIn("owner", "invitations")) {
            assertThat(browser.text()).contains("Declined invitations", guest("declining"));
            browser.follow("Remove from the list");
            press(browser, "Remove from the list");

            assertThat(browser.text()).contains("no longer listed").doesNotContain(guest("declining"));
        }
    }

    @Test
    void theInviterIsNamedAndADeletedOneToo() {
        long now = System.currentTimeMillis() / 1000;
        store(guest("orphaned"), "orphaned-" + number + " " + now + " " + (now + 5000) + " gone");
        try (Browser viewer = signedIn("viewer", "invitations");
                Browser owner = signedIn("owner", "invitations")) {
            invite(owner, guest("own"));
            viewer.reload();
            assertThat(viewer.text()).contains("Ada Lovelace", "A deleted account");
            assertThat(owner.text()).contains("You", "A deleted account");
        }
    }

    @Test
    void anAdministratorWhoMayOnlyViewInvitesNoOne() {
        try (Browser viewer = signedIn("viewer", "invitations")) {
            assertThat(viewer.html().getByXPath("//main//form")).isEmpty();
            viewer.post(
                    page("invitations"),
                    "state_checker=" + viewer.value("state_checker") + "&days=3&emails=x%40example.com");
            assertThat(viewer.status()).isEqualTo(403);
            assertThat(stored("x@example.com")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"invitations", "invitations/%s/send", "invitations/%s/withdraw"})
    void aForgedFormChangesNothing(String path) {
        try (Browser browser = signedIn("owner", "invitations")) {
            invite(browser, guest("kept"));
            String stored = stored(guest("kept")).get(0);
            browser.post(
                    page(path.formatted(stored.split(" ")[0])), "state_checker=forged&days=9&emails=y%40example.com");

            assertThat(browser.status()).isEqualTo(403);
            assertThat(stored(guest("kept"))).containsExactly(stored);
            assertThat(stored("y@example.com")).isEmpty();
        }
    }

    @Test
    void anAddressCanBeFilledInByAnotherPage() {
        try (Browser browser = signedIn("owner", "invitations?emails=refused%40example.com")) {
            assertThat(emails(browser).getText()).isEqualTo("refused@example.com");
        }
    }

    @Test
    void withoutAMailServerPeopleAreInvitedAndThePageSaysSo() {
        TestRealm without = TestRealm.copy(server, "dashboard-without-mail", copy -> copy.setSmtpServer(Map.of()));
        without.grant(without.person("owner"), SENTRY, "OWNER");
        URI invitations = server.at("/realms/dashboard-without-mail/dashboard/applications/"
                + without.client(SENTRY).getId() + "/invitations");
        try (Browser browser =
                new Browser(server.url()).reading("en").open(invitations).signIn("owner", TestRealm.PASSWORD)) {
            assertThat(browser.text()).contains("This service has no mail server.");
            invite(browser, "told-otherwise@example.com");
            assertThat(browser.text())
                    .contains("Invited. Please tell the people yourself", "told-otherwise@example.com");
            assertThat(browser.text()).doesNotContain("Send again");
        }
        without.admin().remove();
    }
}
