package com.encvoy.keycloak.login.flow;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.login.OneTimePassword;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static com.encvoy.keycloak.login.LoginBrowser.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;

/** A login that waits while the owner secures the account cannot continue. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupersededLoginIT {

    private static final String NEW_PASSWORD = "a new battery for the horse";
    private static final String CALLBACK = "https://consenting.example.com/login";
    private static final String CLIENT_SECRET = "secret-of-an-application-for-tests";

    private final TestServer server;
    private TestRealm realm;
    private LoginBrowser login;
    private int number;

    SupersededLoginIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "superseded", copy -> {});
        login = new LoginBrowser(server, realm);
    }

    /** The ways in which the owner of an address verifies it. */
    enum Verification {
        BY_AN_ADMINISTRATOR {
            @Override
            void verify(SupersededLoginIT test, String name) {
                test.realm.change(test.user(name).getId(), user -> user.setEmailVerified(true));
            }
        },

        BY_RECOVERY {
            @Override
            void verify(SupersededLoginIT test, String name) {
                test.recovered(name, NEW_PASSWORD).close();
            }
        },

        BY_A_LOGIN_WITH_A_PASSWORD_OF_AN_ADMINISTRATOR {
            @Override
            void verify(SupersededLoginIT test, String name) {
                CredentialRepresentation password = new CredentialRepresentation();
                password.setType("password");
                password.setValue(NEW_PASSWORD);
                test.realm.admin().users().get(test.user(name).getId()).resetPassword(password);
                int mails = Mailbox.of(name + "@example.com").size();
                Browser owner = test.login.atLogin().signIn(name, NEW_PASSWORD);
                owner.type(
                                "code",
                                Mailbox.await(name + "@example.com", mails + 1).code())
                        .click("kc-login");
            }
        },

        BY_ANOTHER_REGISTRATION_AND_A_RECOVERY {
            @Override
            void verify(SupersededLoginIT test, String name) {
                test.register(test.login.atLogin(), name + "-again", name + "@example.com");
                BY_RECOVERY.verify(test, name);
            }
        };

        abstract void verify(SupersededLoginIT test, String name);
    }

    private String newName() {
        return "newcomer" + ++number;
    }

    private UserRepresentation user(String name) {
        return realm.admin().users().searchByUsername(name, true).get(0);
    }

    private Browser register(Browser browser, String name, String email) {
        browser.open(server.at(browser.html().getAnchorByText("Create account").getHrefAttribute()));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("username", name);
        form.put("email", email);
        form.put("firstName", "New");
        form.put("lastName", "Comer");
        return browser.submit("kc-register-form", form);
    }

    /** A browser of the owner that has set a new password with a code. */
    private Browser recovered(String name, String password) {
        int mails = Mailbox.of(name + "@example.com").size();
        Browser browser = login.atLogin().identify(name);
        browser.open(server.at(
                        browser.html().getAnchorByText("Recover password").getHrefAttribute()))
                .click("kc-form-buttons");
        browser.type("code", code(name, mails, "recover")).click("kc-login");
        if (browser.pageId().equals("login-encvoy-email-code")) {
            browser.type("code", code(name, mails, "Verify")).click("kc-login");
        }
        return browser.submit("kc-passwd-update-form", Map.of("password-new", password, "password-confirm", password));
    }

    /** The code in a mail that comes after some others. */
    private static String code(String name, int mails, String subject) {
        return Awaitility.await()
                .until(
                        () -> Mailbox.of(name + "@example.com").stream()
                                .skip(mails)
                                .filter(mail -> mail.subject().contains(subject))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .code();
    }

    private URI tab(Browser browser, String path) {
        String action = browser.html().getForms().get(0).getActionAttribute();
        String query = action.replaceFirst(".*\\?", "").replaceAll("(session_code|execution)=[^&]*&?", "");
        return server.at("/realms/superseded/login-actions/" + path + "?" + query);
    }

    @ParameterizedTest
    @EnumSource(Verification.class)
    void aRegistrationThatWaitsForItsCodeStartsOver(Verification verification) {
        String name = newName();
        Browser browser = new Browser(server.url()).reading("en");
        login.open(browser, "");
        URI secondTab = tab(browser, "authenticate");
        register(browser, name, name + "@example.com");
        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
        URI form = URI.create(browser.html().getElementById("encvoy-code-form").getAttribute("action"));
        URI registration = tab(browser, "registration");
        URI waiting = tab(browser, "required-action");
        Mailbox.await(name + "@example.com", 1);

        verification.verify(this, name);
        for (URI address : List.of(registration, waiting, secondTab)) {
            browser.open(address);
            assertThat(isSignedIn(browser)).as("%s", address).isFalse();
        }
        assertThat(user(name).isEmailVerified()).isTrue();
        browser.post(form, "");
        assertThat(isSignedIn(browser)).isFalse();
        browser.post(form, "code=" + Mailbox.of(name + "@example.com").get(0).code());
        assertThat(isSignedIn(browser)).isFalse();
        login.open(browser, "&state=another-tab");
        assertThat(isSignedIn(browser)).as("a new tab").isFalse();
        assertThat(browser.asksWhoItIs()).as(browser.text()).isTrue();
        assertThat(realm.event(EventType.LOGIN_ERROR, user(name).getId()).getDetails())
                .containsEntry("reason", "superseded");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRegistrationThatWaitsInSeveralTabsStartsOverInEach(boolean posts) {
        String name = newName();
        Browser browser = new Browser(server.url()).reading("en");
        login.open(browser, "&state=first");
        register(browser, name, name + "@example.com");
        URI firstForm =
                URI.create(browser.html().getElementById("encvoy-code-form").getAttribute("action"));
        URI firstTab = tab(browser, "registration");
        login.open(browser, "&state=second");
        register(browser, name + "-b", name + "-b@example.com");
        URI secondForm =
                URI.create(browser.html().getElementById("encvoy-code-form").getAttribute("action"));
        URI secondTab = tab(browser, "registration");

        Verification.BY_AN_ADMINISTRATOR.verify(this, name);
        Verification.BY_AN_ADMINISTRATOR.verify(this, name + "-b");

        assertThat(isSignedIn(posts ? browser.post(firstForm, "") : browser.open(firstTab)))
                .isFalse();
        assertThat(isSignedIn(posts ? browser.post(secondForm, "") : browser.open(secondTab)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Verification.class)
    void aLoginThatWaitsForTheVerificationStartsOver(Verification verification) {
        String name = newName();
        realm.person(name, user -> user.setEmailVerified(false));
        Browser browser = login.atLogin().signIn(name, TestRealm.PASSWORD);
        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
        URI form = URI.create(browser.html().getElementById("encvoy-code-form").getAttribute("action"));
        URI waiting = tab(browser, "required-action");
        URI authenticate = tab(browser, "authenticate");
        Mailbox.await(name + "@example.com", 1);

        verification.verify(this, name);

        assertThat(user(name).isEmailVerified()).isTrue();
        assertThat(isSignedIn(browser.open(waiting))).isFalse();
        assertThat(isSignedIn(browser.post(form, ""))).isFalse();
        assertThat(isSignedIn(browser.open(authenticate))).isFalse();
        assertThat(browser.asksWhoItIs()).as(browser.text()).isTrue();
    }

    @Test
    void anAddressThatIsTakenAwayEndsTheLoginThatWaitsForIt() {
        String name = newName();
        register(login.atLogin(), name, name + "@example.com").close();
        Browser browser = register(login.atLogin(), name + "-w", name + "-w@example.com");
        URI form = URI.create(browser.html().getElementById("encvoy-code-form").getAttribute("action"));

        realm.change(user(name + "-w").getId(), user -> user.setEmail(""));

        assertThat(isSignedIn(browser.post(form, ""))).isFalse();
        assertThat(isSignedIn(browser.open(tab(browser, "registration")))).isFalse();
    }

    @Test
    void theRightCodeOfTheTabItselfIsEnough() {
        String name = newName();
        Browser browser = register(login.atLogin(), name, name + "@example.com");
        browser.type("code", Mailbox.await(name + "@example.com", 1).code()).click("kc-login");
        assertThat(browser.pageId()).isEqualTo("login-login-update-password");
        browser.submit("kc-passwd-update-form", Map.of("password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD));

        assertThat(isSignedIn(browser)).isTrue();
    }

    /**
     * Each of Keycloak's actions that a login could wait at with the old password, and the change that a POST to it
     * would make.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONFIGURE_TOTP",
                "UPDATE_PASSWORD",
                "UPDATE_PROFILE",
                "CONFIGURE_RECOVERY_AUTHN_CODES",
                "webauthn-register",
                "webauthn-register-passwordless"
            })
    void whoWaitsAtAnActionWithTheOldPasswordIsPutOutByARecovery(String action) {
        String name = newName();
        String id = realm.person(name);
        realm.change(id, user -> user.setRequiredActions(List.of(action)));
        Browser browser = login.atLogin().signIn(name, TestRealm.PASSWORD);
        assertThat(browser.pageId()).as(browser.text()).startsWith("login-");
        URI form = URI.create(browser.html().getForms().stream()
                .map(found -> found.getActionAttribute())
                .filter(found -> found.contains("required-action"))
                .findFirst()
                .orElseThrow());
        String secret = browser.shows("totpSecret")
                ? browser.html().getElementById("totpSecret").getAttribute("value")
                : "";
        realm.change(id, user -> user.setRequiredActions(List.of()));

        recovered(name, NEW_PASSWORD).close();
        realm.change(id, user -> user.setRequiredActions(List.of(action)));
        List<String> before = credentials(id);

        browser.post(
                form,
                "password-new=attackers+horse+battery&password-confirm=attackers+horse+battery&totpSecret=" + secret
                        + "&totp="
                        + (secret.isEmpty() ? "" : OneTimePassword.of(secret))
                        + "&userLabel=mine&email=attacker%40example.com&username=" + name
                        + "&firstName=A&lastName=B");

        assertThat(isSignedIn(browser)).as(browser.text()).isFalse();
        assertThat(browser.asksWhoItIs()).as(browser.text()).isTrue();
        assertThat(credentials(id)).isEqualTo(before);
        assertThat(user(name).getEmail()).isEqualTo(name + "@example.com");
        assertThat(realm.event(EventType.LOGIN_ERROR, id).getError()).isEqualTo("invalid_authentication_session");
        assertThat(isSignedIn(login.atLogin().signIn(name, NEW_PASSWORD)))
                .as("the action is still to be done")
                .isFalse();
    }

    private List<String> credentials(String id) {
        return realm.admin().users().get(id).credentials().stream()
                .map(credential -> credential.getId() + " " + credential.getType() + " " + credential.getCreatedDate())
                .sorted()
                .toList();
    }

    @Test
    void whoWaitsAtAnActionIsPutOutByAPasswordOfAnAdministratorToo() {
        String name = newName();
        String id = realm.person(name);
        realm.change(id, user -> user.setRequiredActions(List.of("UPDATE_PROFILE")));
        Browser browser = login.atLogin().signIn(name, TestRealm.PASSWORD);
        URI form = URI.create(browser.html().getForms().get(0).getActionAttribute());
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType("password");
        password.setValue(NEW_PASSWORD);
        realm.admin().users().get(id).resetPassword(password);

        browser.post(form, "email=attacker%40example.com&firstName=A&lastName=B&username=" + name);

        assertThat(isSignedIn(browser)).isFalse();
        assertThat(user(name).getEmail()).isEqualTo(name + "@example.com");
    }

    @Test
    void whoWaitsAtASecondFactorIsPutOut() {
        TestRealm strict = TestRealm.copy(server, "superseded-factor", TestRealm::codeAsSecondFactor);
        LoginBrowser browsers = new LoginBrowser(server, strict);
        String id = strict.person("factored");
        Browser browser = browsers.atLogin().signIn("factored", TestRealm.PASSWORD);
        String code = Mailbox.await("factored@example.com", 1).code();
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType("password");
        password.setValue(NEW_PASSWORD);
        strict.admin().users().get(id).resetPassword(password);

        browser.type("code", code).click("kc-login");

        assertThat(isSignedIn(browser)).isFalse();
        assertThat(browser.asksWhoItIs()).as(browser.text()).isTrue();
    }

    @Test
    void aRecoveryThatWaitsForItsPasswordEndsWithAnother() {
        String name = newName();
        String id = realm.person(name);
        Browser first = login.atLogin().identify(name);
        first.open(server.at(first.html().getAnchorByText("Recover password").getHrefAttribute()))
                .click("kc-form-buttons");
        first.type("code", code(name, 0, "recover")).click("kc-login");
        assertThat(first.pageId()).isEqualTo("login-login-update-password");

        recovered(name, NEW_PASSWORD).close();
        List<String> before = credentials(id);
        first.submit(
                "kc-passwd-update-form",
                Map.of("password-new", "another battery", "password-confirm", "another battery"));

        assertThat(isSignedIn(first)).isFalse();
        assertThat(credentials(id)).isEqualTo(before);
    }

    @Test
    void severalActionsOfOneLoginFollowEachOther() {
        String name = newName();
        String id = realm.person(name);
        realm.change(id, user -> user.setRequiredActions(List.of("UPDATE_PASSWORD", "UPDATE_PROFILE", "UPDATE_EMAIL")));
        Browser browser = login.atLogin().signIn(name, TestRealm.PASSWORD);
        browser.type("email", name + "-new@example.com").click("kc-submit");
        assertThat(browser.pageId()).as("the new address is verified").isEqualTo("login-encvoy-email-code");
        browser.type("code", Mailbox.await(name + "-new@example.com", 1).code()).click("kc-login");
        assertThat(browser.pageId()).as(browser.text()).isEqualTo("login-login-update-password");
        browser.submit("kc-passwd-update-form", Map.of("password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD));
        assertThat(browser.pageId()).as(browser.text()).isEqualTo("login-login-update-profile");
        browser.submit("kc-update-profile-form", Map.of("firstName", "A", "lastName", "B"));

        assertThat(isSignedIn(browser)).as(browser.text()).isTrue();
    }

    @Test
    void aLoginThatWaitsForConsentIsWorthNothing() {
        realm.application("consenting", CLIENT_SECRET, CALLBACK);
        ClientRepresentation client = realm.client("consenting");
        client.setConsentRequired(true);
        realm.admin().clients().get(client.getId()).update(client);
        String name = newName();
        String id = realm.person(name);
        Browser browser = new Browser(server.url()).reading("en");
        browser.open(realm.authorization("consenting", CALLBACK, "")).signIn(name, TestRealm.PASSWORD);
        assertThat(browser.pageId()).as(browser.text()).isEqualTo("login-login-oauth-grant");

        recovered(name, NEW_PASSWORD).close();
        int sessions = realm.admin().users().get(id).getUserSessions().size();
        browser.click("kc-login");

        Application application = Application.atKeycloakAddress(server, realm, "consenting", CLIENT_SECRET);
        assertThat(application.redeem(browser.address(), CALLBACK).text("error"))
                .isEqualTo("invalid_grant");
        assertThat(realm.admin().users().get(id).getUserSessions()).hasSize(sessions);
        assertThat(login.open(browser, "").asksWhoItIs()).as(browser.text()).isTrue();
    }

    @Test
    void anAccountOfAnIdentityProviderIsNotLinkedByALoginWithTheOldPassword() {
        TestRealm provider = TestRealm.copy(server, "superseded-provider", copy -> {});
        provider.application(
                "relying",
                CLIENT_SECRET,
                server.at("/realms/superseded/broker/corporate/endpoint").toString());
        provider.person("attacker");
        IdentityProviderRepresentation corporate = new IdentityProviderRepresentation();
        corporate.setAlias("corporate");
        corporate.setProviderId("oidc");
        String base = "/realms/superseded-provider/protocol/openid-connect";
        corporate.setConfig(Map.of(
                "clientId",
                "relying",
                "clientSecret",
                CLIENT_SECRET,
                "authorizationUrl",
                server.at(base + "/auth").toString(),
                "tokenUrl",
                server.inside(base + "/token"),
                "clientAuthMethod",
                "client_secret_post",
                "defaultScope",
                "openid",
                "disableUserInfo",
                "true",
                "validateSignature",
                "false"));
        realm.admin().identityProviders().create(corporate).close();
        ClientRepresentation wiki = realm.client("wiki");
        wiki.setFullScopeAllowed(true);
        realm.admin().clients().get(wiki.getId()).update(wiki);
        try {
            for (boolean superseded : List.of(false, true)) {
                String name = newName();
                String id = realm.person(name);
                Browser browser = new Browser(server.url()).reading("en");
                login.open(browser, "&kc_action=idp_link:corporate").signIn(name, TestRealm.PASSWORD);
                browser.click("kc-continue");
                assertThat(browser.address().getPath()).as(browser.text()).contains("superseded-provider");
                if (superseded) {
                    recovered(name, NEW_PASSWORD).close();
                }

                browser.signIn("attacker", TestRealm.PASSWORD);

                assertThat(realm.admin().users().get(id).getFederatedIdentity())
                        .as(browser.text())
                        .hasSize(superseded ? 0 : 1);
                assertThat(isSignedIn(browser)).as(browser.text()).isEqualTo(!superseded);
                realm.admin()
                        .users()
                        .get(id)
                        .getFederatedIdentity()
                        .forEach(link -> realm.admin().users().get(id).removeFederatedIdentity("corporate"));
            }
        } finally {
            realm.admin().identityProviders().get("corporate").remove();
        }
    }
}
