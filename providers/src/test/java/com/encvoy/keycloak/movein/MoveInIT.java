package com.encvoy.keycloak.movein;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.browser.BrowserSession;
import com.encvoy.keycloak.browser.ChromiumPages;
import com.encvoy.keycloak.login.OneTimePassword;
import com.encvoy.keycloak.movein.EncvoyId.Answer;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.LogoutReceiver;
import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** An Encvoy ID with every trap of a move moves in; the command is killed in the middle and run again. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MoveInIT {

    private static final String WIKI = "wiki-0000000000000000";
    private static final String WIKI_SECRET = "secret-of-the-wiki-in-encvoy-id-00000000000000";
    private static final String WIKI_PAGE = "https://wiki.example.com/login";
    private static final int CROWD = 2000;

    private final TestServer server;
    private final EncvoyId encvoy = new EncvoyId("move-in");
    private TestRealm realm;
    private Answer report;
    private Answer refused;

    MoveInIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void moveIn() throws Exception {
        encvoy.execute("INSERT INTO \"User\" (id, login, email, given_name, family_name, hashed_password)"
                + " SELECT n, 'crowd' || n, 'crowd' || n || '@example.com', 'C', 'Rowd', '"
                + EncvoyId.bcrypt(EncvoyId.PASSWORD) + "' FROM generate_series(1001, " + (1000 + CROWD) + ") n");
        TestRealm other = TestRealm.copy(server, "moved-before", copy -> {
            UserRepresentation taken = new UserRepresentation();
            taken.setId("21");
            taken.setUsername("taken");
            copy.setUsers(List.of(taken));
        });
        assertThat(other.admin().users().get("21").toRepresentation().getUsername())
                .isEqualTo("taken");
        realm = TestRealm.copy(server, "moved", copy -> {});
        RealmRepresentation before = realm.admin().toRepresentation();
        report = encvoy.move(server, "moved");
        refused = encvoy.move(server, "moved", "--apply", "--json");
        assertThat(realm.admin().users().count()).isZero();
        assertThat(realm.admin().toRepresentation().getAttributes()).isEqualTo(before.getAttributes());
        killInTheMiddle();

        Answer again =
                encvoy.move(server, "moved", "--apply", "--accept-proposals", "--pictures", "https://p.example.com");

        assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
        assertThat(realm.admin().users().count()).isEqualTo(CROWD + 15);
    }

    private void killInTheMiddle() throws Exception {
        Process process = encvoy.start(
                server,
                "moved",
                Pack.target().resolve("move-in.log"),
                "--apply",
                "--accept-proposals",
                "--pictures",
                "https://p.example.com");
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .failFast("it ended by itself, see target/move-in.log", () -> !process.isAlive())
                .until(() -> realm.admin().users().count() >= 100);
        process.destroyForcibly().waitFor();
        assertThat(realm.admin().users().count()).isLessThan(CROWD);
    }

    /** Ids are unique on the whole server: another test moves the same numbers. */
    @AfterAll
    void close() {
        realm.admin().remove();
        encvoy.close();
    }

    private UserRepresentation person(String id) {
        return realm.admin().users().get(id).toRepresentation();
    }

    private Browser atWiki() {
        return new Browser(server.url())
                .reading("en")
                .open(URI.create(realm.authorization(WIKI, WIKI_PAGE, "")
                        .toString()
                        .replace("scope=openid", "scope=openid%20profile%20email")));
    }

    private Application wiki() {
        return Application.atEncvoyAddress(server, realm, WIKI, WIKI_SECRET);
    }

    private JsonNode tokens(Browser browser) {
        assertThat(browser.address().toString()).as(browser.source()).startsWith(WIKI_PAGE);
        Application.Answer answer = wiki().redeem(browser.address(), WIKI_PAGE);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private String algorithm(String id) {
        return realm.admin().users().get(id).credentials().stream()
                .filter(credential -> credential.getType().equals("password"))
                .map(CredentialRepresentation::getCredentialData)
                .findFirst()
                .orElse("");
    }

    @Test
    void aReportComesFirstAndNothingIsWrittenWhileConflictsAreOpen() throws Exception {
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.out())
                .contains(
                        "person/18/login",
                        "person/20/email",
                        "person/22/login",
                        "person/22/lastName",
                        "person/26/password",
                        "person/25/phone_number",
                        "person/1/administrator",
                        "custom-field/bad name!",
                        "application/" + WIKI + "/redirect_uris/3",
                        "application/closed-00000000000000/auth_method",
                        "application/closed-00000000000000/name",
                        "accounts/ETHEREUM",
                        "accounts/CUSTOM/https://gone.example.org");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("Nothing was written to the server");
        String file = Files.readString(encvoy.decisions());
        for (String text : List.of(report.out(), report.err(), refused.out(), refused.err(), file)) {
            assertThat(text).doesNotContain(WIKI_SECRET, "$2b$", EncvoyId.TOTP, "mail-secret", "gh-secret");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(encvoy.decisions())))
                .isEqualTo("rw-------");
    }

    @Test
    void anApplicationThatKnewAPersonByTheNumberKnowsThemByIt() throws Exception {
        try (LogoutReceiver receiver = new LogoutReceiver();
                Browser browser = atWiki()) {
            realm.settings(
                    WIKI, Map.of("backchannel.logout.url", receiver.address().toString()));
            assertThat(algorithm("42")).contains("bcrypt");
            JsonNode tokens = tokens(browser.signIn("Arthur", EncvoyId.PASSWORD));

            assertThat(Application.claims(tokens.get("id_token").asText())
                            .get("sub")
                            .asText())
                    .isEqualTo("42");
            JsonNode me = wiki().userinfo(tokens.get("access_token").asText()).json();
            assertThat(me.get("sub").asText()).isEqualTo("42");
            assertThat(me.get("nickname").asText()).isEqualTo("Monkeyman");
            assertThat(tokens.get("expires_in").asInt()).isBetween(590, 600);
            realm.admin().users().get("42").logout();
            assertThat(Application.claims(receiver.token()).get("sub").asText()).isEqualTo("42");
        }
        Awaitility.await().untilAsserted(() -> assertThat(algorithm("42")).contains("argon2"));
        try (Browser again = atWiki()) {
            tokens(again.signIn("arthur@example.com", EncvoyId.PASSWORD));
        }
    }

    @Test
    void theProfileComesAlong() {
        UserRepresentation arthur = person("42");

        assertThat(arthur.getEmail()).isEqualTo("arthur@example.com");
        assertThat(arthur.isEmailVerified()).isTrue();
        assertThat(arthur.getFirstName()).isEqualTo("Arthur");
        assertThat(arthur.getAttributes())
                .containsEntry("phone_number", List.of("+4915112345678"))
                .containsEntry("phone_number_verified", List.of("+4915112345678"))
                .containsEntry("middle_name", List.of("Philip"))
                .containsEntry("birthdate", List.of("1978-03-08"))
                .containsEntry("picture", List.of("https://p.example.com/profile/0123456789abcdef"))
                .containsEntry("locale", List.of("de"))
                .containsEntry("custom_fields.department", List.of("Space"))
                .containsEntry("custom_fields.bad_name_", List.of("5"));
        assertThat(arthur.getAttributes().get("public_profile_claims_oauth"))
                .containsExactlyInAnyOrder("id", "email", "nickname", "department", "phone_number");
        assertThat(realm.roles("42", WIKI)).containsExactly("OWNER");
        assertThat(realm.roles("17", WIKI)).containsExactly("EDITOR");
        realm.change("42", user -> user.setLastName("D."));
        assertThat(person("42").getAttributes()).as("all is declared").containsKey("custom_fields.department");
    }

    @Test
    void conflictsEndAsProposed() {
        assertThat(person("17").getUsername()).isEqualTo("bob");
        assertThat(person("18").getUsername()).isEqualTo("bob-18");
        assertThat(person("19").getEmail()).isEqualTo("twins@example.com");
        assertThat(person("20").getEmail()).isNull();
        assertThat(person("22").getUsername()).isEqualTo("a-b-22");
        assertThat(person("22").getLastName()).isEqualTo("script");
        assertThat(algorithm("26")).isEmpty();
        assertThat(person("1").getAttributes()).doesNotContainKey("birthdate");
        UserRepresentation moved = realm.admin()
                .users()
                .searchByUsername("0b0ff3a4-1c1d-4b7a-9c52-000000000021", true)
                .get(0);
        assertThat(moved.getId()).isNotEqualTo("21");
        assertThat(moved.getAttributes()).containsEntry("encvoy_sub", List.of("21"));
        try (Browser browser = atWiki()) {
            JsonNode tokens = tokens(browser.signIn("uuid@example.com", EncvoyId.PASSWORD));
            assertThat(Application.claims(tokens.get("id_token").asText())
                            .get("sub")
                            .asText())
                    .isEqualTo("21");
        }
    }

    @Test
    void aCodeOfTheAuthenticatorAppIsAskedForAndAccepted() {
        try (Browser browser = atWiki()) {
            browser.signIn("otp", EncvoyId.PASSWORD);
            assertThat(browser.pageId()).isEqualTo("login-login-otp");
            browser.submit("kc-otp-login-form", Map.of("otp", OneTimePassword.of(decoded())));
            tokens(browser);
        }
    }

    /** The 32 characters that the app computes with. */
    private static String decoded() {
        return "1234567890".repeat(3) + "12";
    }

    @ParameterizedTest
    @ValueSource(strings = {"blocked", "leaving", "odd-hash", "linked", "stranger"})
    void peopleWhoCouldNotSignInStillCannot(String login) {
        try (Browser browser = atWiki()) {
            browser.signIn(login, EncvoyId.PASSWORD);
            assertThat(browser.address().toString()).doesNotStartWith(WIKI_PAGE);
        }
    }

    @Test
    void whatBelongsToPeopleAndApplicationsIsThere() {
        assertThat(realm.admin().users().get("25").getFederatedIdentity())
                .extracting(link -> link.getIdentityProvider() + " " + link.getUserId())
                .containsExactlyInAnyOrder("github 4711", "custom-2 company-7");
        assertThat(realm.admin().users().get("29").credentials())
                .extracting(CredentialRepresentation::getType)
                .containsExactly("webauthn-passwordless");
        ClientRepresentation wiki = realm.client(WIKI);
        assertThat(wiki.getRedirectUris()).containsExactly(WIKI_PAGE);
        assertThat(wiki.getAttributes())
                .containsEntry("encvoy.access_token_ttl", "600")
                .containsEntry("encvoy.refresh_token_ttl", "60")
                .containsEntry("encvoy.required_fields", "email")
                .containsEntry("encvoy.widget_title", "Welcome to APP_NAME")
                .containsEntry("encvoy.big_providers", "custom-2 github")
                .containsEntry("encvoy.avatar", "https://p.example.com/client/abc")
                .containsEntry("encvoy.catalog_type", "Tools");
        assertThat(realm.client("spa-00000000000000000").isPublicClient()).isTrue();
        assertThat(realm.client("closed-00000000000000").getName()).isEqualTo("Closed  b");
        assertThat(realm.admin().clients().findByClientId("organisation-00000000"))
                .isEmpty();
        String client = realm.client("closed-00000000000000").getId();
        String invitation = realm.admin()
                .clients()
                .get(client)
                .roles()
                .get("USER")
                .toRepresentation()
                .getAttributes()
                .get("encvoy.invitation.guest@example.com")
                .get(0);
        assertThat(invitation)
                .startsWith("7b0ff3a4-1c1d-4b7a-9c52-000000000001 1735689600 ")
                .endsWith(" 1");
        RealmRepresentation settings = realm.admin().toRepresentation();
        assertThat(settings.getAttributes()).containsEntry("encvoy.bcrypt_passwords", "true");
        assertThat(settings.getDefaultLocale()).isEqualTo("de");
        assertThat(settings.isRegistrationAllowed()).isFalse();
        assertThat(settings.getPasswordPolicy()).contains("length(8)", "regexPattern(");
    }

    @Test
    @EnabledIf(
            value = "com.encvoy.keycloak.browser.Chromium#isAvailable",
            disabledReason = "no Chrome or Chromium is installed, the passkey is not tried")
    void aPasskeySignsInWithoutBeingSetUpAnew() {
        realm.settings("error-tracker", Map.of("encvoy.required_fields", ""));
        try (ChromiumPages pages = new ChromiumPages(server);
                BrowserSession visit = pages.visit(new com.microsoft.playwright.Browser.NewContextOptions())) {
            Page page = visit.window();
            encvoy.passkey().plugInto(visit.devTools(page), "29");
            page.navigate(new Sentry(realm.sentry("/realms/moved/api/oidc"))
                    .startLogin()
                    .authorizationUrl()
                    .toString());
            ChromiumPages.pressPasskey(page);
            ChromiumPages.awaitSentry(page);
        }
        assertThat(realm.event(EventType.LOGIN, "29").getDetails()).containsEntry("username", "passkey");
    }

    @Test
    void aLaterRunBringsChangesOnlyAndWhatWasChangedHereStays() {
        Answer nothing = encvoy.move(
                server, "moved", "--apply", "--accept-proposals", "--pictures", "https://p.example.com", "--json");
        assertThat(nothing.out()).contains("\"done\":{}");
        encvoy.execute("UPDATE \"User\" SET nickname = 'New', given_name = 'Robert', hashed_password = '"
                + EncvoyId.bcrypt("another password") + "', password_updated_at = '2025-06-01' WHERE id = 17");
        encvoy.execute("UPDATE \"User\" SET given_name = 'There' WHERE id = 18");
        encvoy.execute("INSERT INTO \"User\" (id, login, email, given_name, family_name) VALUES"
                + " (50000, 'newcomer', 'newcomer@example.com', 'New', 'Comer')");
        encvoy.execute("INSERT INTO \"Role\" (user_id, client_id, role) VALUES (19, '" + WIKI + "', 'OWNER')");
        encvoy.execute("UPDATE \"Client\" SET description = 'Knows more' WHERE client_id = '" + WIKI + "'");
        realm.change("18", user -> user.setFirstName("Here"));

        Answer later =
                encvoy.move(server, "moved", "--apply", "--accept-proposals", "--pictures", "https://p.example.com");

        assertThat(later.exitCode()).as(later.out() + later.err()).isZero();
        assertThat(later.out())
                .contains(
                        "people brought: 1",
                        "people updated: 3",
                        "applications updated: 1",
                        "The firstName of person 18 was changed here, and stays.");
        assertThat(person("17").getFirstName()).isEqualTo("Robert");
        assertThat(person("17").getAttributes()).containsEntry("nickname", List.of("New"));
        assertThat(person("18").getFirstName()).isEqualTo("Here");
        assertThat(person("50000").getUsername()).isEqualTo("newcomer");
        assertThat(realm.roles("19", WIKI)).containsExactly("OWNER");
        assertThat(realm.client(WIKI).getDescription()).isEqualTo("Knows more");
        try (Browser browser = atWiki()) {
            browser.signIn("bob", EncvoyId.PASSWORD);
            assertThat(browser.address().toString()).doesNotStartWith(WIKI_PAGE);
            tokens(browser.type("password", "another password").click("kc-login"));
        }
        assertThat(realm.admin().users().get("17").credentials()).hasSize(1);
    }

    @Test
    void aRealmThatDoesNotExistIsToldInOneSentence() {
        Answer answer = encvoy.move(server, "nowhere");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("The realm nowhere does not exist").doesNotContain("Exception");
    }
}
