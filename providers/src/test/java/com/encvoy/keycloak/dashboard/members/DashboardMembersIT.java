package com.encvoy.keycloak.dashboard.members;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.AdminEventRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages about members: lists, one member, and what can be done to a member. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardMembersIT {

    private static final String REALM = "dashboard-members";
    private static final String SENTRY = "error-tracker";

    private final TestServer server;
    private TestRealm realm;
    private String application;
    private String owner;
    private String member;
    private int number;

    DashboardMembersIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, REALM, copy -> copy.setAdminEventsEnabled(true));
        application = realm.client(SENTRY).getId();
        realm.person("stranger");
        realm.grant(realm.person("editor"), SENTRY, "EDITOR");
        realm.grant(realm.person("administrator"), "realm-management", "realm-admin");
        realm.grant(realm.person("viewer"), "realm-management", "view-users");
    }

    @BeforeEach
    void makePeople() {
        number++;
        owner = named("owner" + number, "Olga");
        realm.grant(owner, SENTRY, "OWNER");
        member = named("member" + number, "Max");
        realm.grant(member, SENTRY, "USER");
    }

    @AfterEach
    void forgetPeople() {
        server.moveClock(0);
        realm.admin().users().delete(owner).close();
        realm.admin().users().delete(member).close();
    }

    private String named(String username, String firstName) {
        return realm.person(username, user -> {
            user.setFirstName(firstName);
            user.setLastName("Meier" + number);
        });
    }

    private URI page(String path) {
        return server.at("/realms/" + REALM + "/dashboard/applications/" + application + "/" + path);
    }

    private Browser signedIn(String username, String path) {
        return new Browser(server.url()).reading("en").open(page(path)).signIn(username, TestRealm.PASSWORD);
    }

    private Browser owner(String path) {
        return signedIn("owner" + number, path);
    }

    private static Browser press(Browser browser, String button) {
        HtmlButton found = browser.html().getFirstByXPath("//main//button[normalize-space()='%s']".formatted(button));
        return browser.press(found);
    }

    /** Chooses one of the radio buttons of the roles. */
    private static Browser role(Browser browser, String role) {
        HtmlInput choice = browser.html().getFirstByXPath("//input[@name='role'][@value='%s']".formatted(role));
        choice.setChecked(true);
        return press(browser, "Change role");
    }

    private Browser post(Browser browser, String path, Map<String, String> fields) {
        String token = browser.value("state_checker");
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.post(page(path), "state_checker=" + token + "&" + body);
    }

    private AdminEventRepresentation event() {
        return realm.admin().getAdminEvents(null, null, null, null, null, null, null, null, null, null).stream()
                .filter(event -> "ENCVOY_MEMBER".equals(event.getResourceType())
                        && (event.getResourcePath().endsWith(member)
                                || event.getResourcePath().endsWith(owner)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void membersAreListedByRole() {
        try (Browser browser = owner("members")) {
            assertThat(browser.html().getTitleText()).isEqualTo("Members – Sentry – Encvoy ID");
            assertThat(browser.text()).contains("Max Meier" + number, "member" + number + "@example.com");
            assertThat(browser.text()).doesNotContain("owner" + number + "@example.com");
            browser.follow("Owners");
            assertThat(browser.text())
                    .contains("owner" + number + "@example.com", "You")
                    .doesNotContain("Max");
            browser.follow("Editors");
            assertThat(browser.text()).contains("Ada Lovelace");
            browser.follow("Blocked");
            assertThat(browser.text()).contains("No blocked people");
        }
    }

    @Test
    void aLongListHasPages() {
        List<String> people = IntStream.range(0, 21)
                .mapToObj(index -> {
                    String person = realm.person("paged%02d".formatted(index));
                    realm.grant(person, SENTRY, "USER");
                    return person;
                })
                .toList();
        try (Browser browser = owner("members")) {
            assertThat(browser.text()).contains("paged00@example.com").doesNotContain("paged20@example.com");
            browser.follow("Next");
            assertThat(browser.text()).contains("paged20@example.com").doesNotContain("paged00@example.com");
            browser.follow("Previous");
            assertThat(browser.text()).contains("paged00@example.com");
            browser.open(page("members?first=-3&role=strange"));
            assertThat(browser.status()).isEqualTo(200);
            browser.open(page("members?first=99999999999999"));
            assertThat(browser.status()).isEqualTo(200);
        }
        people.forEach(person -> realm.admin().users().delete(person).close());
    }

    @Test
    void aMemberIsFoundByTheExactAddressOnly() {
        try (Browser browser = owner("members")) {
            browser.type("search", "MEMBER" + number + "@example.com");
            press(browser, "Search");
            assertThat(browser.text()).contains("Max Meier" + number);
            browser.open(page("members?search=member" + number + "%40example"));
            assertThat(browser.text()).contains("Nothing found", "member" + number + "@example");
            browser.open(page("members?search=stranger%40example.com"));
            assertThat(browser.text()).contains("Nothing found");
            browser.follow("All members");
            assertThat(browser.text()).contains("Max Meier" + number);
        }
    }

    @Test
    void ownersSeeAndFindOnlyWhatPeopleShowAndAdministratorsAll() {
        realm.change(member, user -> user.setAttributes(Map.of("public_profile_claims_oauth", List.of("id"))));
        try (Browser browser = owner("members/" + member);
                Browser administrator = signedIn("administrator", "members/" + member)) {
            assertThat(browser.status()).isEqualTo(200);
            assertThat(browser.source()).doesNotContain("Max").doesNotContain("member" + number + "@");
            assertThat(browser.text()).contains("Member without a visible name", "Not shown");
            browser.open(page("members?search=member" + number));
            assertThat(browser.text()).contains("Nothing found");
            assertThat(administrator.text()).contains("Max Meier" + number, "member" + number + "@example.com");
            administrator.open(page("members?search=member" + number));
            assertThat(administrator.text()).contains("Max Meier" + number);
        }
    }

    @Test
    void aMemberBecomesAnEditor() {
        try (Browser browser = owner("members/" + member)) {
            role(browser, "EDITOR");

            assertThat(browser.address()).isEqualTo(page("members/" + member));
            assertThat(browser.text()).contains("The role was changed.");
            assertThat(realm.roles(member, SENTRY)).containsExactly("EDITOR");
            assertThat(event().getOperationType()).isEqualTo("UPDATE");
            assertThat(event().getResourcePath()).isEqualTo("applications/" + SENTRY + "/members/" + member);
            assertThat(event().getAuthDetails().getUserId()).isEqualTo(owner);
        }
    }

    @Test
    void anOwnerIsAppointedOnAPageThatAsksOnceMore() {
        try (Browser browser = owner("members/" + member)) {
            role(browser, "OWNER");
            assertThat(browser.address()).isEqualTo(page("members/" + member + "/role?to=OWNER"));
            assertThat(browser.text()).contains("Max Meier" + number + " becomes an owner of Sentry");
            assertThat(realm.roles(member, SENTRY)).containsExactly("USER");
            int mails = Mailbox.of("member" + number + "@example.com").size();

            press(browser, "Change role");
            assertThat(browser.text()).contains("The role was changed.");
            assertThat(realm.roles(member, SENTRY)).containsExactly("OWNER");
            assertThat(Mailbox.await("member" + number + "@example.com", mails + 1)
                            .subject())
                    .contains("Sentry");
        }
    }

    @Test
    void anOwnerIsAppointedAfterAFreshSignInOnly() {
        try (Browser browser = owner("members/" + member)) {
            server.moveClock(400);
            post(browser, "members/" + member + "/role", Map.of("role", "OWNER", "confirmed", "true"));
            assertThat(browser.source()).contains("kc-login");
            assertThat(realm.roles(member, SENTRY)).containsExactly("USER");

            browser.type("password", TestRealm.PASSWORD).click("kc-login");
            assertThat(browser.address().toString()).startsWith(page("members/" + member + "/role?to=OWNER") + "&");
            press(browser, "Change role");
            assertThat(realm.roles(member, SENTRY)).containsExactly("OWNER");
        }
    }

    @Test
    void anOwnerWhoStepsDownIsLedToWhatIsStillOpen() {
        realm.grant(member, SENTRY, "OWNER");
        try (Browser browser = owner("members/" + owner)) {
            role(browser, "USER");
            assertThat(browser.text()).contains("You are no longer an owner of Sentry");
            press(browser, "Change role");

            assertThat(browser.address()).isEqualTo(server.at("/realms/" + REALM + "/dashboard/applications"));
            assertThat(browser.text()).contains("You no longer run this application.");
            assertThat(realm.roles(owner, SENTRY)).containsExactly("USER");
        }
    }

    @Test
    void theLastOwnerStaysAndThePageSaysWhy() {
        try (Browser browser = owner("members/" + owner)) {
            assertThat(browser.text())
                    .contains("This is the only owner.")
                    .doesNotContain("Remove from the application");
            post(browser, "members/" + owner + "/role", Map.of("role", "USER", "confirmed", "true"));
            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.text()).contains("The application would have no owner left.");
            browser.open(page("members/" + owner + "/remove"));
            press(browser, "Remove");
            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.text()).contains("The application would have no owner left.");
        }
        try (Browser administrator = signedIn("administrator", "members/" + owner + "/block")) {
            press(administrator, "Block");
            assertThat(administrator.text()).contains("The application would have no owner left.");
        }
        assertThat(realm.roles(owner, SENTRY)).containsExactly("OWNER");
    }

    @Test
    void aMemberIsBlockedAndUnblocked() {
        try (Browser browser = owner("members/" + member)) {
            browser.follow("Block");
            assertThat(browser.text()).contains("Max Meier" + number + " is signed out of Sentry at once");
            assertThat(realm.roles(member, SENTRY)).containsExactly("USER");
            press(browser, "Block");
            assertThat(browser.text()).contains("The person is blocked.", "This person is blocked");
            assertThat(realm.roles(member, SENTRY)).containsExactly("USER", "encvoy.blocked");
            assertThat(browser.open(page("members?role=blocked")).text()).contains("Max Meier" + number);

            browser.open(page("members/" + member)).follow("Unblock");
            press(browser, "Unblock");
            assertThat(browser.text()).contains("can sign in to the application again");
            assertThat(realm.roles(member, SENTRY)).containsExactly("USER");
        }
    }

    @Test
    void theSessionsOfAMemberEnd() {
        try (Browser browser = owner("members/" + member)) {
            browser.follow("End sessions");
            press(browser, "End sessions");

            assertThat(browser.text()).contains("The sessions have ended.");
            assertThat(event().getOperationType()).isEqualTo("ACTION");
            assertThat(event().getResourcePath()).isEqualTo("applications/" + SENTRY + "/members/" + member);
        }
    }

    @Test
    void aMemberIsRemoved() {
        try (Browser browser = owner("members/" + member)) {
            browser.follow("Remove");
            press(browser, "Remove");

            assertThat(browser.address()).isEqualTo(page("members"));
            assertThat(browser.text()).contains("The person is no longer a member.");
            assertThat(realm.roles(member, SENTRY)).isEmpty();
            assertThat(browser.open(page("members/" + member)).status()).isEqualTo(404);
        }
    }

    @Test
    void removingAsksForAFreshSignIn() {
        try (Browser browser = owner("members/" + member)) {
            server.moveClock(400);
            browser.follow("Remove");
            assertThat(browser.source()).contains("kc-login");
            browser.type("password", TestRealm.PASSWORD).click("kc-login");
            press(browser, "Remove");

            assertThat(browser.text()).contains("The person is no longer a member.");
        }
    }

    @Test
    void anEditorManagesMembersAndNoOwners() {
        try (Browser editor = signedIn("editor", "members/" + owner)) {
            assertThat(editor.text())
                    .contains("Only owners may change the role of an owner")
                    .doesNotContain("Remove from the application");
            editor.open(page("members/" + owner + "/block"));
            press(editor, "Block");
            assertThat(editor.status()).isEqualTo(400);
            assertThat(editor.text()).contains("Only an owner may change or appoint owners");

            editor.open(page("members/" + member));
            assertThat(editor.html().<HtmlInput>getByXPath("//input[@name='role']"))
                    .hasSize(2);
            post(editor, "members/" + member + "/role", Map.of("role", "OWNER", "confirmed", "true"));
            assertThat(editor.status()).isEqualTo(400);
            editor.open(page("members/" + member));
            role(editor, "EDITOR");
            assertThat(realm.roles(member, SENTRY)).containsExactly("EDITOR");
        }
    }

    @Test
    void anAdministratorWhoMayOnlyViewChangesNothing() {
        try (Browser viewer = signedIn("viewer", "members/" + member)) {
            assertThat(viewer.text()).contains("Max Meier" + number, "You may see members, but not change them.");
            assertThat(viewer.html().getByXPath("//main//form")).isEmpty();
            post(viewer, "members/" + member + "/role", Map.of("role", "EDITOR"));
            assertThat(viewer.status()).isEqualTo(403);
            assertThat(viewer.open(page("members/" + member + "/remove")).status())
                    .isEqualTo(403);
            assertThat(realm.roles(member, SENTRY)).containsExactly("USER");
        }
    }

    @ParameterizedTest
    @CsvSource({"member,403", "stranger,404"})
    void othersSeeNoMembers(String who, int status) {
        String username = who.equals("member") ? who + number : who;
        try (Browser browser = signedIn(username, "members")) {
            assertThat(browser.status()).isEqualTo(status);
            assertThat(browser.open(page("members/" + owner)).status()).isEqualTo(status);
            assertThat(browser.open(page("invitations")).status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"members/unknown", "members/unknown/block", "members/%s/destroy", "members/..%%2F%s"})
    void whatDoesNotExistIsNotFound(String path) {
        try (Browser browser = owner("members")) {
            assertThat(browser.open(page(path.formatted(member))).status()).isIn(400, 404);
        }
    }

    @Test
    void peopleWhoAreNoMembersAreUnknown() {
        String stranger =
                realm.admin().users().searchByUsername("stranger", true).get(0).getId();
        try (Browser browser = owner("members")) {
            assertThat(browser.open(page("members/" + stranger)).status()).isEqualTo(404);
            post(browser.open(page("members")), "members/" + stranger + "/role", Map.of("role", "EDITOR"));
            assertThat(browser.status()).isEqualTo(404);
            assertThat(realm.roles(stranger, SENTRY)).isEmpty();
        }
    }

    @Test
    void aRoleThatIsNoneOfTheThreeIsRefused() {
        try (Browser browser = owner("members/" + member)) {
            post(browser, "members/" + member + "/role", Map.of("role", "encvoy.blocked"));
            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.text()).contains("Please choose a role.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"role", "block", "sessions", "remove"})
    void aForgedFormChangesNothing(String action) {
        try (Browser browser = owner("members/" + member)) {
            browser.post(page("members/" + member + "/" + action), "state_checker=forged&role=EDITOR");

            assertThat(browser.status()).isEqualTo(403);
            assertThat(realm.roles(member, SENTRY)).containsExactly("USER");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr", "it", "ru"})
    void thePagesSpeakEveryLanguage(String language) {
        try (Browser browser = owner("members?kc_locale=" + language)) {
            for (String path :
                    List.of("members", "members/" + member, "members/" + member + "/remove", "invitations")) {
                browser.open(page(path));
                assertThat(browser.status()).as(path).isEqualTo(200);
                assertThat(browser.html().getDocumentElement().getAttribute("lang"))
                        .isEqualTo(language);
                assertThat(browser.text()).doesNotContain("members.", "member.", "invitations.");
            }
        }
    }
}
