package com.encvoy.keycloak.alert;

import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.login.OneTimePassword;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Mails that tell people what happened to their account. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertMailsIT {

    private static final String REALM = "alerts";
    private static final String BARRIER = "told-before";
    private static final String NEW_PASSWORD = "another horse battery staple";

    private final TestServer server;
    private TestRealm realm;
    private LoginBrowser login;
    private int number;
    private String barrier;
    private int barriers;
    private String name;

    AlertMailsIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, REALM, Pack.realm(), copy -> {});
        login = new LoginBrowser(server, realm);
        name = BARRIER;
        barrier = realm.person(BARRIER);
        signIn(login.atLogin()).close();
    }

    /** A person who has signed in before, in another browser. */
    private String known() {
        String id = newcomer();
        signIn(login.atLogin()).close();
        return id;
    }

    private String newcomer() {
        name = "told" + ++number;
        return realm.person(name);
    }

    private String address() {
        return name + "@example.com";
    }

    private Browser signIn(Browser browser) {
        return browser.signIn(name, TestRealm.PASSWORD);
    }

    private Mailbox.Mail mail(int number) {
        Mailbox.Mail mail = Mailbox.await(address(), number);
        assertThat(mail.all()).doesNotContain("encvoyMail", "{0}", "''", "${");
        assertThat(mail.html()).contains("<html lang=");
        return mail;
    }

    /** A mail that was not to be sent would have arrived before one that is caused later. */
    private void assertMails(int expected) {
        setPassword(barrier);
        Mailbox.await(BARRIER + "@example.com", ++barriers);
        assertThat(Mailbox.of(address())).hasSize(expected);
    }

    private void setPassword(String id) {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(TestRealm.PASSWORD);
        realm.admin().users().get(id).resetPassword(password);
    }

    /** Has a required action come next. */
    private void require(String id, String action) {
        realm.change(id, user -> user.setRequiredActions(List.of(action)));
    }

    private static void choosePassword(Browser browser) {
        browser.submit("kc-passwd-update-form", Map.of("password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD));
        assertThat(LoginBrowser.isSignedIn(browser)).isTrue();
    }

    @Test
    void theFirstSignInIsNotToldAndTheNextBrowserIs() {
        String id = newcomer();
        try (Browser first = signIn(login.atLogin())) {
            assertThat(LoginBrowser.isSignedIn(first)).isTrue();
            assertMails(0);

            try (Browser second = signIn(login.atLogin())) {
                assertThat(LoginBrowser.isSignedIn(second)).isTrue();
            }
            Mailbox.Mail mail = mail(1);
            assertThat(mail.subject()).isEqualTo("New sign-in to your account (Encvoy ID)");
            assertThat(mail.text())
                    .contains("with a browser that you have not used here before", " UTC", "Browser: ", "IP address: ")
                    .contains(server.at("/realms/" + REALM + "/dashboard/activity")
                            .toString());
            assertThat(mail.html()).contains("/realms/" + REALM + "/dashboard/activity");
            assertThat(realm.event(EventType.SEND_VERIFY_EMAIL, id).getDetails())
                    .containsEntry("context", "new_browser")
                    .containsEntry("email", address());

            // In the first browser again: signed in already, and after another proof.
            login.open(first, "");
            login.open(first, "&prompt=login");
            first.type("password", TestRealm.PASSWORD).click("kc-login");
            assertThat(LoginBrowser.isSignedIn(first)).isTrue();
            login.open(first, "&prompt=none");
        }
        assertMails(1);
    }

    @Test
    void aBrowserOfAnotherPersonIsNew() {
        known();
        String first = name;
        known();
        try (Browser browser = signIn(login.atLogin())) {
            mail(1);
            String second = name;
            name = first;
            login.open(browser, "&prompt=select_account").click("encvoy-other");
            signIn(browser);
            mail(1);
            name = second;
        }
    }

    @Test
    void theCookieOfAnotherRealmProvesNothing() {
        TestRealm other = TestRealm.copy(server, "alerts-elsewhere", copy -> {});
        LoginBrowser elsewhere = new LoginBrowser(server, other);
        known();
        other.person(name);
        String cookie;
        try (Browser browser = signIn(elsewhere.atLogin())) {
            cookie = browser.cookie("ENCVOY_KNOWN_BROWSER");
            assertThat(cookie).isNotBlank();
        }
        try (Browser browser = new Browser(server.url())) {
            browser.reading("en").bring(server.at("/realms/" + REALM + "/"), "ENCVOY_KNOWN_BROWSER", cookie);
            signIn(login.open(browser, ""));
        }
        mail(1);
    }

    @ParameterizedTest
    @CsvSource({
        "de, Neue Anmeldung bei Ihrem Konto, IP-Adresse",
        "es, Nuevo inicio de sesión en su cuenta, Dirección IP",
        "fr, Nouvelle connexion à votre compte, Adresse IP",
        "it, Nuovo accesso al Suo account, Indirizzo IP",
        "ru, Новый вход в вашу учётную запись, IP-адрес"
    })
    void mailsAreInTheLanguageOfThePerson(String language, String subject, String address) {
        String id = known();
        realm.change(id, user -> user.singleAttribute("locale", language));
        signIn(login.atLogin()).close();

        assertThat(mail(1).subject()).startsWith(subject);
        assertThat(mail(1).text()).contains(address);
    }

    @Test
    void anotherAddressIsToldToTheOldOneWhenAnAdministratorChangesIt() {
        String id = known();
        realm.change(id, user -> user.setEmail("new-" + address()));

        Mailbox.Mail mail = mail(1);
        assertThat(mail.subject()).isEqualTo("Your email address was changed (Encvoy ID)");
        assertThat(mail.text()).contains("An administrator").doesNotContain("IP address", "new-");
        assertThat(Mailbox.of("new-" + address())).isEmpty();
    }

    @Test
    void anotherAddressIsToldToTheOldOneWhenThePersonChangesIt() {
        String id = known();
        require(id, "UPDATE_EMAIL");
        RealmRepresentation changed = realm.admin().toRepresentation();
        changed.setVerifyEmail(false);
        realm.admin().update(changed);
        try (Browser browser = signIn(login.atLogin())) {
            browser.submit("kc-update-email-form", Map.of("email", "moved-" + address()));
            assertThat(LoginBrowser.isSignedIn(browser)).isTrue();
            Awaitility.await()
                    .until(() -> Mailbox.of(address()).stream()
                            .anyMatch(mail -> mail.subject().startsWith("Your email address was changed")
                                    && mail.text().contains("IP address: ")));
        } finally {
            changed.setVerifyEmail(true);
            realm.admin().update(changed);
        }
    }

    @Test
    void anotherPasswordIsTold() {
        String id = known();
        setPassword(id);
        assertThat(mail(1).text())
                .contains("An administrator set a new password", "/dashboard/security")
                .doesNotContain("IP address");

        require(id, "UPDATE_PASSWORD");
        try (Browser browser = signIn(login.atLogin())) {
            choosePassword(browser);
        }
        Mailbox.await(address(), 3);
        assertThat(Mailbox.of(address()))
                .extracting(Mailbox.Mail::subject)
                .containsExactlyInAnyOrder(
                        "Your password was changed (Encvoy ID)",
                        "Your password was changed (Encvoy ID)",
                        "New sign-in to your account (Encvoy ID)");
        assertThat(Mailbox.of(address()))
                .anySatisfy(mail -> assertThat(mail.text())
                        .contains("The password of your account at Encvoy ID was changed.", "Browser: "));
    }

    @Test
    void aRecoveredPasswordIsToldOnce() {
        known();
        try (Browser browser = login.atLogin().identify(name)) {
            browser.open(
                    server.at(browser.html().getAnchorByText("Recover password").getHrefAttribute()));
            browser.click("kc-form-buttons");
            browser.type("code", mail(1).code()).click("kc-login");
            choosePassword(browser);
        }
        Mailbox.await(address(), 3);
        assertMails(3);
        assertThat(Mailbox.of(address()))
                .anySatisfy(mail -> assertThat(mail.text())
                        .contains("was recovered with a code", "IP address: ", "/dashboard/security"));
    }

    @Test
    void aFactorThatIsAddedOrRemovedIsToldOnce() {
        String id = known();
        require(id, "CONFIGURE_TOTP");
        try (Browser browser = signIn(login.atLogin())) {
            String secret = browser.html().getElementById("totpSecret").getAttribute("value");
            browser.submit(
                    "kc-totp-settings-form",
                    Map.of("totp", OneTimePassword.of(secret), "totpSecret", secret, "userLabel", "phone"));
            assertThat(LoginBrowser.isSignedIn(browser)).isTrue();
        }
        Mailbox.await(address(), 2);
        assertMails(2);
        assertThat(Mailbox.of(address()))
                .anySatisfy(mail -> assertThat(mail.text()).contains("was added", "Authenticator app"));

        String otp = realm.admin().users().get(id).credentials().stream()
                .filter(credential -> credential.getType().equals("otp"))
                .findFirst()
                .orElseThrow()
                .getId();
        realm.admin().users().get(id).removeCredential(otp);
        assertThat(mail(3).text()).contains("An administrator removed", "Authenticator app");
    }

    @Test
    void whatIsSetUpAtTheFirstSignInIsNotTold() {
        require(newcomer(), "UPDATE_PASSWORD");
        try (Browser browser = signIn(login.atLogin())) {
            choosePassword(browser);
        }
        assertMails(0);
    }

    @Test
    void whatAnAdministratorDoesToANewAccountIsNotTold() {
        String id = newcomer();
        setPassword(id);
        realm.change(id, user -> user.setEmail("corrected-" + address()));
        assertMails(0);
    }

    @Test
    void anAddressThatIsNotVerifiedGetsNone() {
        String id = known();
        realm.change(id, user -> user.setEmailVerified(false));
        setPassword(id);
        assertMails(0);
    }

    @Test
    void aDirectGrantIsNoBrowser() {
        known();
        var client = realm.client("wiki");
        client.setDirectAccessGrantsEnabled(true);
        realm.admin().clients().get(client.getId()).update(client);
        try (Browser browser = new Browser(server.url())) {
            browser.post(
                    server.at("/realms/" + REALM + "/protocol/openid-connect/token"),
                    "grant_type=password&client_id=wiki&client_secret=secret-of-the-wiki-for-tests&username=" + name
                            + "&password=" + TestRealm.PASSWORD.replace(" ", "%20"));
            assertThat(browser.status()).isEqualTo(200);
        }
        assertMails(0);
    }
}
