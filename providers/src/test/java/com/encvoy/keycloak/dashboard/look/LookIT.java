package com.encvoy.keycloak.dashboard.look;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.htmlunit.html.HtmlElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.admin.OperationType;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.dashboard.DashboardBrowser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The page about the look of one application. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookIT {

    private static final String APPLICATION = "error-tracker";
    private static final String BUTTON = "encvoy.widget_colors.button_color";
    private static final String FONT = "encvoy.widget_colors.font_color";

    private final TestServer server;
    private TestRealm realm;
    private String id;

    LookIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makePeople() {
        realm = TestRealm.copy(server, "dashboard-look", copy -> {
            copy.setAdminEventsEnabled(true);
            copy.setAdminEventsDetailsEnabled(true);
        });
        realm.person("stranger");
        realm.grant(realm.person("owner"), APPLICATION, "OWNER");
        realm.grant(realm.person("editor"), APPLICATION, "EDITOR");
        realm.grant(realm.person("member"), APPLICATION, "USER");
        realm.grant(realm.person("viewer"), "realm-management", "view-clients");
        id = realm.client(APPLICATION).getId();
        IdentityProviderRepresentation github = new IdentityProviderRepresentation();
        github.setAlias("github");
        github.setDisplayName("GitHub");
        github.setProviderId("github");
        github.setConfig(Map.of("clientId", "x", "clientSecret", "x"));
        realm.admin().identityProviders().create(github).close();
    }

    @BeforeEach
    void withoutLook() {
        realm.settings(
                APPLICATION,
                Map.of(
                        BUTTON,
                        "",
                        FONT,
                        "",
                        "encvoy.widget_title",
                        "",
                        "encvoy.avatar",
                        "",
                        "encvoy.avatar_image",
                        "",
                        "encvoy.show_avatar_in_widget",
                        "",
                        "encvoy.hide_widget_create_account",
                        ""));
    }

    private String look() {
        return "applications/" + id + "/look";
    }

    private DashboardBrowser signedIn(String username) {
        return new DashboardBrowser(server, realm, username, look());
    }

    private String setting(String key) {
        return realm.client(APPLICATION).getAttributes().get(key);
    }

    private Browser signInPage() {
        return new Browser(server.url())
                .reading("en")
                .open(realm.authorization(APPLICATION, TestRealm.SENTRY_URL + "/auth/sso/", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "editor"})
    void whoRunsTheApplicationChangesItsLook(String person) {
        try (DashboardBrowser browser = signedIn(person)) {
            browser.send(Map.of(BUTTON, "#112233", "encvoy.widget_title", "Welcome to APP_NAME"));

            assertThat(browser.status()).isEqualTo(200);
            assertThat(browser.text()).contains("Saved.");
            assertThat(browser.browser().value(BUTTON)).isEqualTo("#112233");
        }
        assertThat(setting(BUTTON)).isEqualTo("#112233");
        List<AdminEventRepresentation> events = realm.admin().getAdminEvents();
        assertThat(events).anySatisfy(event -> {
            assertThat(event.getOperationType()).isEqualTo(OperationType.UPDATE.name());
            assertThat(event.getResourcePath()).isEqualTo("clients/" + id);
            assertThat(event.getRepresentation()).contains("Welcome to APP_NAME");
        });
        try (Browser visitor = signInPage()) {
            assertThat(visitor.source()).contains("--encvoy-primary: #112233", "Welcome to Sentry");
        }
    }

    @Test
    void aSwitchThatIsLeftAloneKeepsWhatAllApplicationsHave() {
        try (DashboardBrowser browser = signedIn("owner")) {
            assertThat(browser.text()).contains("As in all applications (off)");
            browser.send(Map.of("encvoy.hide_widget_create_account", "true"));
            assertThat(setting("encvoy.hide_widget_create_account")).isEqualTo("true");
            assertThat(setting("encvoy.hide_widget_footer")).isNull();

            browser.send(Map.of("encvoy.hide_widget_create_account", ""));
            assertThat(setting("encvoy.hide_widget_create_account")).isNull();
        }
    }

    @Test
    void thePreviewIsTheSignInPageWithTheDraftAndSavesNothing() {
        try (DashboardBrowser browser = signedIn("owner")) {
            DashboardBrowser preview = new LookForm(browser, look() + "/preview")
                    .preview(Map.of(BUTTON, "#123", "encvoy.widget_title", "Draft of APP_NAME"));

            assertThat(preview.status()).isEqualTo(200);
            assertThat(preview.browser().pageId()).isEqualTo("login-login-username");
            assertThat(preview.browser().source()).contains("--encvoy-primary: #112233");
            assertThat(preview.text()).contains("Draft of Sentry");
            assertThat(preview.browser().shows("social-github")).isTrue();
            assertThat(setting(BUTTON)).isNull();
        }
        try (Browser visitor = signInPage()) {
            assertThat(visitor.source()).doesNotContain("#112233", "Draft of");
        }
    }

    @Test
    void thePreviewLooksLikeTheRealPage() {
        try (DashboardBrowser browser = signedIn("owner");
                Browser visitor = signInPage()) {
            browser.open(look() + "/preview");

            assertThat(browser.text()).isEqualTo(visitor.text());
        }
    }

    @Test
    void thePreviewCannotBeUsed() {
        try (DashboardBrowser browser = signedIn("owner")) {
            HtmlElement frame = browser.browser().html().getFirstByXPath("//iframe[@name='preview']");
            assertThat(frame.getAttribute("sandbox")).isEmpty();
            assertThat(frame.hasAttribute("sandbox")).isTrue();
            String session = browser.browser().cookie("AUTH_SESSION_ID");

            browser.open(look() + "/preview");
            assertThat(browser.browser().html().getBody().hasAttribute("inert")).isTrue();
            assertThat(browser.browser().html().getWebResponse().getResponseHeaderValue("Content-Security-Policy"))
                    .contains("frame-ancestors 'self'", "sandbox", "form-action 'none'");
            assertThat(browser.browser().html().getWebResponse().getResponseHeaderValue("Cache-Control"))
                    .isEqualTo("no-store");
            assertThat(browser.browser().html().getWebResponse().getResponseHeaders())
                    .noneMatch(header -> header.getValue().matches("(AUTH_SESSION_ID|KC_RESTART|KC_AUTH).*"));
            assertThat(browser.browser().cookie("AUTH_SESSION_ID")).isEqualTo(session);
        }
    }

    @Test
    void thePreviewShowsTheDefaultWhereAValueIsRefused() {
        try (DashboardBrowser browser = signedIn("owner")) {
            new LookForm(browser, look() + "/preview")
                    .preview(Map.of(
                            BUTTON, "red; } body { display: none", "encvoy.cover", "https://evil.example/x.png"));

            assertThat(browser.status()).isEqualTo(200);
            assertThat(browser.browser().source())
                    .contains("--encvoy-primary: #4c6ad4")
                    .doesNotContain("evil.example", "display: none");
        }
    }

    @Test
    void aRefusedValueIsExplainedAtItsFieldAndNothingIsSaved() {
        try (DashboardBrowser browser = signedIn("owner")) {
            browser.send(Map.of(BUTTON, "#112233", FONT, "blue", "encvoy.cover", "https://evil.example/x.png"));

            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.error(FONT)).contains("#4c6ad4");
            assertThat(browser.error("encvoy.cover")).contains("may not be loaded from this host");
            assertThat(browser.browser().value(FONT)).isEqualTo("blue");
            assertThat(setting(BUTTON)).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"#000000,#ffffff,21,Easy to read", "#ffffff,#eeeeee,1.1,Hard to read", "#777777,#ffffff,4.4,#000000"})
    void theContrastOfTheButtonsIsShown(String button, String font, String ratio, String verdict) {
        realm.settings(APPLICATION, Map.of(BUTTON, button, FONT, font));
        try (DashboardBrowser browser = signedIn("owner")) {
            assertThat(browser.text()).contains("background " + ratio + " : 1").contains(verdict);
        }
    }

    @Test
    void aChangeMadeMeanwhileIsShownAndNothingThatWasTypedIsLost() {
        try (DashboardBrowser browser = signedIn("owner")) {
            realm.settings(APPLICATION, Map.of("encvoy.widget_title", "Theirs"));
            browser.send(Map.of("encvoy.widget_title", "Mine"));

            assertThat(browser.status()).isEqualTo(409);
            assertThat(browser.text()).contains("changed elsewhere", "Saved in the meantime: Theirs");
            assertThat(browser.browser().value("encvoy.widget_title")).isEqualTo("Mine");
            assertThat(setting("encvoy.widget_title")).isEqualTo("Theirs");

            browser.send(Map.of());
            assertThat(browser.status()).isEqualTo(200);
            assertThat(setting("encvoy.widget_title")).isEqualTo("Mine");
        }
    }

    @Test
    void aLogoIsUploadedShownToPeopleAndRemoved() {
        try (DashboardBrowser browser = signedIn("owner")) {
            new LookForm(browser, look()).upload(LookForm.picture(300, 0xFF0000));

            assertThat(browser.text()).contains("The logo is saved.");
            String address = setting("encvoy.avatar");
            assertThat(address).matches("/realms/dashboard-look/api/applications/error-tracker/avatar\\?v=[0-9a-f]{8}");
            browser.send(Map.of("encvoy.show_avatar_in_widget", "true"));
            try (Browser visitor = signInPage()) {
                assertThat(visitor.html().getElementById("encvoy-logo").getAttribute("src"))
                        .isEqualTo(address);
            }

            browser.browser().press(browser.browser().html().getFirstByXPath("//button[.='Remove logo']"));
            assertThat(browser.text()).contains("The logo is removed.").doesNotContain("Remove logo");
            assertThat(setting("encvoy.avatar")).isNull();
            assertThat(setting("encvoy.avatar_image")).isNull();
        }
    }

    @Test
    void whatIsNoPictureIsRefused() {
        try (DashboardBrowser browser = signedIn("owner")) {
            new LookForm(browser, look()).upload("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));

            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.error("picture")).contains("PNG, JPEG, GIF or BMP");
            assertThat(setting("encvoy.avatar")).isNull();
        }
    }

    @Test
    void whoMayOnlyLookSeesNoButton() {
        try (DashboardBrowser browser = signedIn("viewer")) {
            assertThat(browser.status()).isEqualTo(200);
            assertThat(browser.text()).contains("but not change them").doesNotContain("Save", "Upload");
            browser.send(Map.of(BUTTON, "#112233"));
            assertThat(browser.status()).isEqualTo(403);
        }
        assertThat(setting(BUTTON)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"member,403", "stranger,404"})
    void othersMayNot(String person, int status) {
        try (DashboardBrowser browser = new DashboardBrowser(server, realm, person, "applications")) {
            for (String page : List.of("", "/preview")) {
                assertThat(browser.open(look() + page).status()).isEqualTo(status);
            }
            for (String page : List.of("", "/preview", "/logo/remove")) {
                assertThat(browser.forge(look() + page, BUTTON + "=%23112233").status())
                        .isEqualTo(status);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/preview", "/logo/remove"})
    void aForgedFormChangesNothing(String page) {
        realm.settings(APPLICATION, Map.of("encvoy.avatar", "/logo.png"));
        try (DashboardBrowser browser = signedIn("owner")) {
            browser.forge(look() + page, BUTTON + "=%23112233");

            assertThat(browser.status()).isEqualTo(403);
            assertThat(setting(BUTTON)).isNull();
            assertThat(setting("encvoy.avatar")).isEqualTo("/logo.png");
        }
    }

    @Test
    void aForgedUploadChangesNothing() {
        try (DashboardBrowser browser = signedIn("owner")) {
            browser.browser()
                    .html()
                    .getByXPath("//input[@name='state_checker']")
                    .forEach(token -> ((HtmlElement) token).setAttribute("value", "forged"));
            new LookForm(browser, look()).upload(LookForm.picture(64, 0xFF0000));

            assertThat(browser.status()).isEqualTo(403);
            assertThat(setting("encvoy.avatar")).isNull();
        }
    }
}
