package com.encvoy.keycloak.dashboard.look;

import java.util.List;
import java.util.Map;

import org.htmlunit.html.HtmlCheckBoxInput;
import org.htmlunit.html.HtmlElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RealmRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.dashboard.DashboardBrowser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The page about what applies to all applications. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealmIT {

    private static final String BUTTON = "encvoy.widget_colors.button_color";
    private static final String PRIVACY = "encvoy.default_public_profile_claims_oauth";
    private static final String LIMIT = "encvoy.max_applications_per_person";

    private final TestServer server;
    private TestRealm realm;

    RealmIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makePeople() {
        realm = TestRealm.copy(server, "dashboard-realm", copy -> {
            copy.setAdminEventsEnabled(true);
            copy.setAdminEventsDetailsEnabled(true);
        });
        realm.grant(realm.person("administrator"), "realm-management", "realm-admin");
        realm.grant(realm.person("viewer"), "realm-management", "view-realm");
        realm.grant(realm.person("owner"), "error-tracker", "OWNER");
    }

    @BeforeEach
    void withoutSettings() {
        set(BUTTON, "");
        set(PRIVACY, "");
        set(LIMIT, "");
        set("encvoy.avatar", "");
        set("encvoy.avatar_image", "");
        set("encvoy.hide_widget_footer", "");
        set("encvoy.image_hosts", "");
        set("encvoy.cover", "");
    }

    private void set(String key, String value) {
        RealmRepresentation changed = realm.admin().toRepresentation();
        changed.getAttributes().put(key, value);
        realm.admin().update(changed);
    }

    private String setting(String key) {
        String value = realm.admin().toRepresentation().getAttributes().get(key);
        return value == null ? "" : value;
    }

    private DashboardBrowser signedIn(String username) {
        return new DashboardBrowser(server, realm, username, "realm");
    }

    @Test
    void anAdministratorChangesWhatAppliesToAllApplications() {
        try (DashboardBrowser browser = signedIn("administrator")) {
            assertThat(browser.text()).contains("Shared settings", "If you leave it empty: #4c6ad4");
            browser.send(Map.of(BUTTON, "#112233", LIMIT, "3", "encvoy.hide_widget_footer", "true"));

            assertThat(browser.text()).contains("Saved.");
        }
        assertThat(setting(BUTTON)).isEqualTo("#112233");
        assertThat(setting(LIMIT)).isEqualTo("3");
        assertThat(setting("encvoy.hide_widget_footer")).isEqualTo("true");
        assertThat(setting(PRIVACY)).isEmpty();
        assertThat(realm.admin().getAdminEvents())
                .anySatisfy(event -> assertThat(event.getRepresentation()).contains(LIMIT, "#112233"));
        try (Browser visitor = new Browser(server.url())) {
            visitor.open(server.at("/realms/dashboard-realm/dashboard/realm"));
            assertThat(visitor.source()).contains("--encvoy-primary: #112233");
        }
    }

    @Test
    void aSwitchThatIsTurnedOffIsUnset() {
        set("encvoy.hide_widget_footer", "true");
        try (DashboardBrowser browser = signedIn("administrator")) {
            HtmlCheckBoxInput box = browser.browser().html().getHtmlElementById("encvoy.hide_widget_footer");
            assertThat(box.isChecked()).isTrue();
            box.setChecked(false);
            browser.send(Map.of());
        }
        assertThat(setting("encvoy.hide_widget_footer")).isEmpty();
    }

    @Test
    void aSwitchThatIsOnByDefaultIsOnUntilItIsTurnedOff() {
        String mails = "encvoy.mail_new_browser";
        set(mails, "");
        try (DashboardBrowser browser = signedIn("administrator")) {
            HtmlCheckBoxInput box = browser.browser().html().getHtmlElementById(mails);
            assertThat(box.isChecked()).isTrue();
            browser.send(Map.of(LIMIT, "4"));
            assertThat(setting(mails)).as("sent as it is").isEmpty();

            box = browser.browser().html().getHtmlElementById(mails);
            box.setChecked(false);
            browser.send(Map.of());
            assertThat(setting(mails)).isEqualTo("false");

            box = browser.browser().html().getHtmlElementById(mails);
            assertThat(box.isChecked()).isFalse();
            box.setChecked(true);
            browser.send(Map.of());
            assertThat(setting(mails)).isEmpty();
        } finally {
            set(mails, "false");
        }
    }

    @Test
    void theBoxesOfPrivacyShowWhatAppliesAndTheIdentifierStays() {
        try (DashboardBrowser browser = signedIn("administrator")) {
            List<HtmlCheckBoxInput> boxes = boxes(browser);
            assertThat(boxes)
                    .filteredOn(HtmlCheckBoxInput::isChecked)
                    .extracting(HtmlCheckBoxInput::getValue)
                    .containsExactlyInAnyOrder("email", "given_name", "family_name", "nickname", "picture");
            boxes.forEach(box -> box.setChecked(box.getValue().equals("nickname")));
            browser.send(Map.of());
            assertThat(setting(PRIVACY)).isEqualTo("id nickname");

            boxes(browser).forEach(box -> box.setChecked(false));
            browser.send(Map.of());
            assertThat(setting(PRIVACY)).isEqualTo("id");
        }
    }

    private static List<HtmlCheckBoxInput> boxes(DashboardBrowser browser) {
        return browser.browser().html().getByXPath("//input[@type='checkbox' and @name='" + PRIVACY + "']");
    }

    @Test
    void refusedValuesAreExplainedAndNothingIsSaved() {
        try (DashboardBrowser browser = signedIn("administrator")) {
            browser.send(Map.of(LIMIT, "many", BUTTON, "#112233", PRIVACY, "shoe_size"));

            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.error(LIMIT)).contains("from 0 to 1,000");
            assertThat(browser.text()).contains("shoe_size");
            assertThat(setting(BUTTON)).isEmpty();
        }
    }

    @Test
    void aHostAndAPictureOnItAreSavedTogether() {
        try (DashboardBrowser browser = signedIn("administrator")) {
            browser.send(Map.of(
                    "encvoy.image_hosts", "static.example.com\r\ncdn.example.com",
                    "encvoy.cover", "https://cdn.example.com/x.png"));

            assertThat(browser.status()).isEqualTo(200);
            assertThat(setting("encvoy.image_hosts")).isEqualTo("static.example.com cdn.example.com");
            assertThat(setting("encvoy.cover")).isEqualTo("https://cdn.example.com/x.png");
        }
    }

    @Test
    void aChangeMadeMeanwhileIsShown() {
        try (DashboardBrowser browser = signedIn("administrator")) {
            set(LIMIT, "7");
            browser.send(Map.of(LIMIT, "8"));

            assertThat(browser.status()).isEqualTo(409);
            assertThat(browser.text()).contains("The settings were changed elsewhere", "Saved in the meantime: 7");
            browser.send(Map.of());
            assertThat(setting(LIMIT)).isEqualTo("8");
        }
    }

    @Test
    void thePreviewShowsTheDraftAndSavesNothing() {
        try (DashboardBrowser browser = signedIn("administrator")) {
            new LookForm(browser, "realm/look/preview")
                    .preview(Map.of(BUTTON, "#112233", "encvoy.copyright", "Draft of the footer"));

            assertThat(browser.browser().pageId()).isEqualTo("login-login-username");
            assertThat(browser.browser().source()).contains("--encvoy-primary: #112233", "Draft of the footer");
            assertThat(browser.open("realm/look/preview").browser().source()).contains("--encvoy-primary: #4c6ad4");
        }
        assertThat(setting(BUTTON)).isEmpty();
    }

    @Test
    void theLogoOfAllApplicationsIsUploadedAndRemoved() {
        try (DashboardBrowser browser = signedIn("administrator")) {
            new LookForm(browser, "realm").upload(LookForm.picture(64, 0x00FF00));
            assertThat(browser.text()).contains("The logo is saved.");
            assertThat(setting("encvoy.avatar")).startsWith("/realms/dashboard-realm/api/avatar?v=");

            HtmlElement remove = browser.browser().html().getFirstByXPath("//button[.='Remove logo']");
            browser.browser().press(remove);
            assertThat(setting("encvoy.avatar")).isEmpty();
        }
    }

    @Test
    void whoMayOnlyLookChangesNothing() {
        try (DashboardBrowser browser = signedIn("viewer")) {
            assertThat(browser.status()).isEqualTo(200);
            assertThat(browser.text()).contains("but not change them").doesNotContain("Upload");
            browser.send(Map.of(LIMIT, "5"));
            assertThat(browser.status()).isEqualTo(403);
        }
        assertThat(setting(LIMIT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"realm", "realm/look/preview"})
    void othersMayNot(String page) {
        try (DashboardBrowser browser = new DashboardBrowser(server, realm, "owner", "applications")) {
            assertThat(browser.text()).doesNotContain("Shared settings");
            assertThat(browser.open(page).status()).isEqualTo(403);
            assertThat(browser.forge(page, "").status()).isEqualTo(403);
        }
    }

    @Test
    void aForgedFormChangesNothing() {
        try (DashboardBrowser browser = signedIn("administrator")) {
            browser.forge("realm", LIMIT + "=5");
            assertThat(browser.status()).isEqualTo(403);
        }
        assertThat(setting(LIMIT)).isEmpty();
    }
}
