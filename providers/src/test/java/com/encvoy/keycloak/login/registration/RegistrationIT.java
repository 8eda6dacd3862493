package com.encvoy.keycloak.login.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.login.Pages;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryIdentity;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationIT {

    private static final String PASSWORD = "a password of a newcomer";

    private final TestServer server;
    private TestRealm realm;
    private LoginBrowser login;

    RegistrationIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "registration", copy -> {});
        login = new LoginBrowser(server, realm);
    }

    private Browser atForm(Browser browser) {
        return browser.open(
                server.at(browser.html().getAnchorByText("Create account").getHrefAttribute()));
    }

    private static Browser register(Browser browser, String name, String email) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("username", name);
        form.put("email", email);
        form.put("firstName", "New");
        form.put("lastName", "Comer");
        return browser.submit("kc-register-form", form);
    }

    private UserRepresentation user(TestRealm where, String name) {
        return where.admin().users().searchByUsername(name, true).stream()
                .findFirst()
                .orElse(null);
    }

    @Test
    void whoRegistersVerifiesTheAddressByCodeAndReachesSentry() {
        Sentry sentry = new Sentry(realm.sentry("/realms/registration/api/oidc"));
        SentryLogin atSentry = sentry.startLogin();
        Browser browser = new Browser(server.url()).reading("en").open(atSentry.authorizationUrl());

        register(atForm(browser), "registrant", "registrant@example.com");
        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
        assertThat(user(realm, "registrant").isEmailVerified()).isFalse();
        Mailbox.Mail mail = Mailbox.await("registrant@example.com", 1);
        assertThat(mail.subject()).isEqualTo("Verify your email address for Sentry");
        browser.type("code", mail.code()).click("kc-login");
        assertThat(browser.pageId()).isEqualTo("login-login-update-password");
        assertThat(browser.text())
                .contains("Choose a password", "At least 8 characters", "Not your email address")
                .doesNotContain("You need to change your password");
        assertThat(browser.shows("logout-sessions"))
                .as("there is no other session")
                .isFalse();
        assertThat(browser.submit("kc-passwd-update-form", Map.of("password-new", "short", "password-confirm", "short"))
                        .text())
                .contains("Choose a password", "At least 8 characters", "minimum length 8");
        browser.submit("kc-passwd-update-form", Map.of("password-new", PASSWORD, "password-confirm", PASSWORD));

        SentryIdentity identity = atSentry.callback(browser.address());
        assertThat(identity.email()).isEqualTo("registrant@example.com");
        assertThat(identity.emailVerified().booleanValue()).isTrue();
        String id = user(realm, "registrant").getId();
        assertThat(realm.event(EventType.REGISTER, id).getDetails()).containsEntry("register_method", "form");
        assertThat(realm.event(EventType.VERIFY_EMAIL, id).getDetails())
                .containsEntry("email", "registrant@example.com");
        assertThat(realm.roles(id, "error-tracker")).containsExactly("USER");
    }

    @Test
    void whoLeavesBeforeTheCodeVerifiesAtTheNextLogin() {
        register(atForm(login.atLogin()), "later", "later@example.com").close();
        String id = user(realm, "later").getId();
        realm.admin().users().get(id).resetPassword(password());

        Browser browser = login.atLogin().signIn("later", PASSWORD);
        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
        assertThat(browser.text()).contains("l***r@example.com");
        assertThat(browser.type("code", "000000").click("kc-login").text()).contains("That code is incorrect.");
        assertThat(realm.event(EventType.VERIFY_EMAIL_ERROR, id).getError()).isEqualTo("invalid_user_credentials");
        browser.type("code", Mailbox.await("later@example.com", 2).code()).click("kc-login");

        assertThat(user(realm, "later").isEmailVerified()).isTrue();
        assertThat(browser.pageId())
                .as("the password an administrator has set is replaced")
                .isIn("login-login-update-password", "");
    }

    private static org.keycloak.representations.idm.CredentialRepresentation password() {
        var password = new org.keycloak.representations.idm.CredentialRepresentation();
        password.setType("password");
        password.setValue(PASSWORD);
        return password;
    }

    @Test
    void anAddressThatIsTakenIsNotRevealedAndItsOwnerIsTold() {
        realm.person("owner");
        int mails = Mailbox.of("owner@example.com").size();
        Browser stranger = register(atForm(login.atLogin()), "stranger", "Owner@example.com");
        Browser newcomer = register(atForm(login.atLogin()), "newcomer", "newcomer@example.com");

        assertThat(Pages.essence(stranger.source().replace("Owner@example.com", "{email}"), "stranger"))
                .isEqualTo(Pages.essence(newcomer.source().replace("newcomer@example.com", "{email}"), "newcomer"));
        assertThat(user(realm, "stranger").getEmail())
                .as("an account that holds the name, and nothing else")
                .isNull();
        Mailbox.Mail mail = Mailbox.await("owner@example.com", mails + 1);
        assertThat(mail.subject()).isEqualTo("You already have an account (wiki)");
        assertThat(mail.text())
                .contains("You already have an account with this address.")
                .doesNotContainPattern("\\d{6}");
        assertThat(stranger.type("code", "123456").click("kc-login").text()).contains("That code is incorrect.");
        assertThat(realm.event(EventType.REGISTER_ERROR, "Owner@example.com").getError())
                .isEqualTo("email_in_use");
    }

    @Test
    void anotherMistakeDoesNotRevealItEither() {
        realm.person("quiet");
        Browser browser = register(atForm(login.atLogin()), "quiet", "quiet@example.com");

        assertThat(browser.text()).contains("Username already exists.").doesNotContain("Email already exists");
    }

    @Test
    void aPhoneNumberThatIsTakenIsNotRevealedAndStaysWithItsOwner() {
        String owner = realm.person("phoned", user -> user.singleAttribute("phone_number", "+491701112223"));
        Browser browser = atForm(login.atLogin());
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "username",
                "thief",
                "email",
                "thief@example.com",
                "firstName",
                "T",
                "lastName",
                "F",
                "phone_number",
                "+491701112223"));
        browser.submit("kc-register-form", form);

        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
        assertThat(user(realm, "thief").getAttributes()).isNull();
        assertThat(realm.admin().users().get(owner).toRepresentation().firstAttribute("phone_number"))
                .isEqualTo("+491701112223");
        form.putAll(Map.of("username", "thief2", "email", "thief2@example.com", "phone_number", "0170 1112223"));
        assertThat(atForm(login.atLogin()).submit("kc-register-form", form).text())
                .contains("with its country code");
    }

    @Test
    void anAddressWithATypoIsCorrectedFromTheCodePage() {
        Browser browser = register(atForm(login.atLogin()), "typist", "Typst@example.com");
        assertThat(browser.text()).contains("We have sent a code to Typst@example.com.");
        String first = user(realm, "typist").getId();

        browser.click("encvoy-other-address");

        assertThat(browser.pageId()).isEqualTo("login-register");
        assertThat(browser.value("username")).isEqualTo("typist");
        assertThat(browser.value("email")).isEqualTo("Typst@example.com");
        assertThat(browser.value("lastName")).isEqualTo("Comer");
        assertThat(browser.html().getElementById("email").hasAttribute("autofocus"))
                .isTrue();
        assertThat(user(realm, "typist")).isNull();
        assertThat(realm.event(EventType.DELETE_ACCOUNT, first).getDetails())
                .containsEntry("reason", "another_address");
        browser.type("email", "typist@example.com");
        browser.submit(
                "kc-register-form",
                Map.of(
                        "username", "typist",
                        "email", browser.value("email"),
                        "firstName", browser.value("firstName"),
                        "lastName", browser.value("lastName")));
        assertThat(browser.text()).contains("We have sent a code to typist@example.com.");
        browser.type("code", Mailbox.await("typist@example.com", 1).code()).click("kc-login");
        browser.submit("kc-passwd-update-form", Map.of("password-new", PASSWORD, "password-confirm", PASSWORD));
        assertThat(LoginBrowser.isSignedIn(browser)).isTrue();
        assertThat(user(realm, "typist").getEmail()).isEqualTo("typist@example.com");
    }

    @Test
    void onlyARegistrationOfThisBrowserIsGivenUp() {
        realm.person("settled");
        Browser browser = login.atCode("settled");

        browser.submit("encvoy-code-form", Map.of("otherAddress", "on"));

        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
        assertThat(browser.shows("encvoy-other-address")).isFalse();
        assertThat(user(realm, "settled")).isNotNull();
    }

    @Test
    void browsersKnowWhatBelongsIntoTheFields() {
        Browser browser = atForm(login.atLogin());

        Map.of(
                        "username", "username",
                        "email", "email",
                        "firstName", "given-name",
                        "lastName", "family-name",
                        "phone_number", "tel")
                .forEach((field, token) -> assertThat(
                                browser.html().getElementById(field).getAttribute("autocomplete"))
                        .as(field)
                        .isEqualTo(token));
    }

    @Test
    void theFirstWrongFieldHasTheFocusAndSaysWhatIsWrong() {
        Browser browser = atForm(login.atLogin());
        browser.submit("kc-register-form", Map.of("username", "wrong", "email", "no address", "firstName", "W"));

        assertThat(browser.html().querySelectorAll("[autofocus]"))
                .singleElement()
                .satisfies(field -> assertThat(
                                field.getAttributes().getNamedItem("id").getNodeValue())
                        .isEqualTo("email"));
        for (String field : List.of("email", "lastName")) {
            assertThat(browser.html().getElementById(field).getAttribute("aria-invalid"))
                    .isEqualTo("true");
            assertThat(browser.html().getElementById(field).getAttribute("aria-describedby"))
                    .isEqualTo("input-error-" + field);
            assertThat(browser.shows("input-error-" + field)).isTrue();
        }
        assertThat(browser.html().getElementById("firstName").hasAttribute("aria-invalid"))
                .isFalse();
    }

    @Test
    void theFormIsPrefilledFromTheLoginHint() {
        Browser byAddress =
                atForm(login.open(new Browser(server.url()).reading("en"), "&login_hint=hint%40example.com"));
        Browser byName = atForm(login.open(new Browser(server.url()).reading("en"), "&login_hint=hint"));

        assertThat(byAddress.value("email")).isEqualTo("hint@example.com");
        assertThat(byName.value("username")).isEqualTo("hint");
    }

    @Test
    void keycloaksLinkComesBackWithKeycloaksAction() {
        TestRealm links = TestRealm.copy(server, "registration-link", copy -> {
            copy.setRegistrationFlow("registration");
            copy.getRequiredActions().stream()
                    .filter(action -> action.getAlias().equals("VERIFY_EMAIL"))
                    .forEach(action -> action.setEnabled(true));
        });
        LoginBrowser browsers = new LoginBrowser(server, links);
        links.person("linked", user -> user.setEmailVerified(false));

        Browser browser = browsers.atLogin().signIn("linked", TestRealm.PASSWORD);

        assertThat(browser.pageId()).isEqualTo("login-login-verify-email");
        assertThat(Mailbox.await("linked@example.com", 1).text()).contains("http");
        RequiredActionProviderRepresentation ours = links.admin().flows().getRequiredAction("encvoy-verify-email");
        assertThat(ours.isEnabled()).isTrue();
    }

    @Test
    void withoutAMailServerNobodyIsStranded() {
        TestRealm mute = TestRealm.copy(server, "registration-mute", copy -> copy.setSmtpServer(Map.of()));
        LoginBrowser browsers = new LoginBrowser(server, mute);

        Browser browser = register(atForm(browsers.atLogin()), "mute", "mute@example.com");
        assertThat(browser.pageId()).isEqualTo("login-login-update-password");
        browser.submit("kc-passwd-update-form", Map.of("password-new", PASSWORD, "password-confirm", PASSWORD));

        assertThat(LoginBrowser.isSignedIn(browser)).isTrue();
        assertThat(user(mute, "mute").isEmailVerified()).isFalse();
        assertThat(LoginBrowser.isSignedIn(browsers.atLogin().signIn("mute", PASSWORD)))
                .as("nor at the next login")
                .isTrue();
    }
}
