package com.encvoy.keycloak.look;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** No value of an administrator, an application or a person is markup, on any page, in any mail. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InertValuesIT {

    private static final String LINK = "https://evil.example";
    private static final String HOSTILE = "<a href='" + LINK + "'>Click</a><b>bold</b>\"&";

    private final TestServer server;
    private TestRealm realm;
    private String grace;

    InertValuesIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "hostile", copy -> {
            copy.setDisplayName("Realm " + HOSTILE);
            copy.setDisplayNameHtml("Encvoy ID");
            copy.getAttributes().put("test.value", HOSTILE);
        });
        ClientRepresentation client = realm.client("error-tracker");
        client.setName("Sentry " + HOSTILE);
        client.getAttributes().put("encvoy.contact", "Ask " + HOSTILE);
        client.getAttributes().put("encvoy.widget_title", "Title " + HOSTILE);
        realm.admin().clients().get(client.getId()).update(client);
        UPConfig profile = realm.admin().users().userProfile().getConfiguration();
        List.of("firstName", "lastName")
                .forEach(name -> profile.getAttribute(name).setValidations(Map.of()));
        profile.getAttribute("username").setValidations(Map.of());
        realm.admin().users().userProfile().update(profile);
        grace = realm.person("grace", user -> {
            user.setFirstName("Grace " + HOSTILE);
            user.setLastName("Hopper " + HOSTILE);
        });
    }

    private static void assertInert(HtmlPage page, String what) {
        assertThat(page.getAnchors())
                .as(what)
                .noneMatch(anchor -> anchor.getHrefAttribute().contains("evil.example"));
        assertThat(page.getElementsByTagName("b"))
                .as(what)
                .noneMatch(bold -> bold.getTextContent().contains("bold"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login",
                "login-username",
                "login-password",
                "encvoy-email-code",
                "select-authenticator",
                "register",
                "register-wrong",
                "login-verify-email",
                "login-update-profile",
                "login-update-password",
                "login-choose-password",
                "update-email",
                "login-reset-password",
                "login-config-totp",
                "login-otp",
                "login-reset-otp",
                "login-recovery-authn-code-config",
                "login-recovery-authn-code-input",
                "webauthn-register",
                "webauthn-authenticate",
                "webauthn-error",
                "login-oauth-grant",
                "encvoy-session-chooser",
                "encvoy-access-denied",
                "encvoy-raise-visibility",
                "encvoy-data-declined",
                "encvoy-restore-account",
                "encvoy-restore-left",
                "terms",
                "login-oauth2-device-verify-user-code",
                "login-idp-link-confirm",
                "login-idp-link-confirm-override",
                "login-idp-link-email",
                "idp-review-user-profile",
                "login-x509-info",
                "link-idp-action",
                "select-organization",
                "logout-confirm",
                "info",
                "info-linked",
                "info-signed-out",
                "error",
                "error-cookie",
                "error-wrong-address",
                "error-refused",
                "error-foreign",
                "login-page-expired",
                "delete-account-confirm",
                "delete-credential"
            })
    void onEveryPageOfEveryTheme(String name) {
        for (String theme : List.of("encvoy", "keycloak.v2", "keycloak")) {
            RealmRepresentation changed = realm.admin().toRepresentation();
            changed.setLoginTheme(theme);
            realm.admin().update(changed);
            try (Browser browser = new Browser(server.url()).reading("en")) {
                browser.open(server.at("/realms/hostile/test-pages/" + name));
                assertThat(browser.status()).as(browser.source()).isEqualTo(200);
                assertInert(browser.html(), theme + " " + name);
                assertThat(browser.source())
                        .as("%s %s", theme, name)
                        .doesNotContain("&amp;lt;")
                        .doesNotContainPattern("[\uF8D0-\uF8D4]");
            }
        }
    }

    @Test
    void aRefusedRequestNamesTheApplicationAsText() {
        RealmRepresentation changed = realm.admin().toRepresentation();
        changed.setLoginTheme("encvoy");
        realm.admin().update(changed);
        try (Browser browser = new Browser(server.url()).reading("en")) {
            browser.open(URI.create(realm.authorization("error-tracker", TestRealm.SENTRY_URL + "/auth/sso/", "")
                    .toString()
                    .replace("response_type=code", "response_type=nonsense")));
            assertThat(browser.text()).contains("Sentry " + HOSTILE.substring(0, 10));
            assertInert(browser.html(), "refused");
        }
    }

    @Test
    void inEveryMail() throws Exception {
        var person = realm.admin().users().get(grace);
        int before = Mailbox.of("grace@example.com").size();
        person.executeActionsEmail(List.of("UPDATE_PASSWORD"));
        person.sendVerifyEmail();
        LoginCode.request(server, realm, "grace");
        LoginCode.recover(server, realm, "grace");

        Mailbox.await("grace@example.com", before + 4);
        List<Mailbox.Mail> mails = Mailbox.of("grace@example.com");
        assertThat(mails.subList(before, mails.size())).allSatisfy(mail -> {
            assertThat(mail.html())
                    .as(mail.subject())
                    .doesNotContain("<b>bold</b>")
                    .doesNotContainPattern("href=[\"']?https://evil")
                    .doesNotContain("&amp;lt;")
                    .doesNotContainPattern("[\uF8D0-\uF8D4]");
            assertThat(mail.text())
                    .as(mail.subject())
                    .doesNotContainPattern("[\uF8D0-\uF8D4]")
                    .doesNotContain("&lt;");
        });
        assertThat(mails.subList(before, mails.size()))
                .anySatisfy(mail -> assertThat(mail.text()).contains(HOSTILE));
    }

    /** A browser that asks for codes at the application. */
    private static final class LoginCode {

        private LoginCode() {}

        static void request(TestServer server, TestRealm realm, String name) {
            try (Browser browser = new Browser(server.url()).reading("en")) {
                browser.open(realm.authorization("error-tracker", TestRealm.SENTRY_URL + "/auth/sso/", ""))
                        .identify(name)
                        .otherMethod("Code by email");
            }
        }

        static void recover(TestServer server, TestRealm realm, String name) {
            try (Browser browser = new Browser(server.url()).reading("en")) {
                browser.open(realm.authorization("error-tracker", TestRealm.SENTRY_URL + "/auth/sso/", ""))
                        .identify(name);
                browser.open(server.at(browser.html()
                                .getAnchorByText("Recover password")
                                .getHrefAttribute()))
                        .click("kc-form-buttons");
            }
        }
    }
}
