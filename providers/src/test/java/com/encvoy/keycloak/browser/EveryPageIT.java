package com.encvoy.keycloak.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotAnimations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page with sample data: for people who cannot see well, on small screens, in several languages, light and dark.
 */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
        value = "com.encvoy.keycloak.browser.Chromium#isAvailable",
        disabledReason = "no Chrome or Chromium is installed, the pages are not looked at")
class EveryPageIT {

    private final TestServer server;
    private final List<Page> windows = new ArrayList<>();
    /** Pages that are pictured in every state. */
    private static final Set<String> FIRST_PAGES = Set.of("login-username", "login-password", "encvoy-email-code");

    private final List<BrowserSession> visits = new ArrayList<>();
    private ChromiumPages pages;

    EveryPageIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void open() {
        pages = new ChromiumPages(server);
        TestRealm realm = TestRealm.copy(server, "every-page", copy -> {});
        realm.person("grace", user -> {
            user.setFirstName("Grace");
            user.setLastName("Hopper");
        });
        for (AxeScan reader : AxeScan.ALL) {
            BrowserSession visit = pages.visit(reader.options());
            visits.add(visit);
            windows.add(visit.window());
        }
    }

    @AfterAll
    void close() {
        visits.forEach(BrowserSession::close);
        pages.close();
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
                "link-idp-action",
                "select-organization",
                "logout-confirm",
                "info",
                "info-signed-out",
                "error",
                "code",
                "login-x509-info",
                "error-cookie",
                "error-wrong-address",
                "login-page-expired",
                "delete-account-confirm",
                "delete-credential"
            })
    void canBeReadAndUsedByEverybody(String name) {
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < AxeScan.ALL.size(); i++) {
            AxeScan reader = AxeScan.ALL.get(i);
            Page page = windows.get(i);
            Response response =
                    page.navigate(server.at("/realms/every-page/test-pages/" + name + "?kc_locale=" + reader.language())
                            .toString());
            softly.assertThat(response.status()).as(name).isEqualTo(200);
            ChromiumPages.picture(page, "pages/" + name + "-" + reader.picture(), ScreenshotAnimations.ALLOW);

            softly.assertThat(page.locator("html").getAttribute("lang")).isEqualTo(reader.language());
            PageInspection inspection = new PageInspection(softly, page, name);
            inspection.ofReader(reader);
            softly.assertThat(page.locator("body").innerText())
                    .as("%s: a message that is missing shows its key", name)
                    .doesNotContainPattern("\\bencvoy\\w|\\$\\{");
            inspection.ofVariations(reader, variation -> {
                if (FIRST_PAGES.contains(name)) {
                    ChromiumPages.picture(page, "states/" + name + "-" + variation, ScreenshotAnimations.ALLOW);
                }
            });
            page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
        }
        softly.assertThat(pages.complaints()).as("complaints of the browser").isEmpty();
        pages.complaints().clear();
        softly.assertAll();
    }

    @Test
    void recoveryCodesStandInOneColumnOnAPhone() {
        assertThat(codeColumns(1280)).isEqualTo("2");
        assertThat(codeColumns(360)).isEqualTo("1");
    }

    private String codeColumns(int width) {
        Page page = windows.get(0);
        page.setViewportSize(width, 720);
        page.navigate(server.at("/realms/every-page/test-pages/login-recovery-authn-code-config")
                .toString());
        String columns = (String)
                page.evaluate("getComputedStyle(document.querySelector('#kc-recovery-codes-list')).columnCount");
        page.setViewportSize(AxeScan.ALL.get(0).width(), AxeScan.ALL.get(0).height());
        return columns;
    }

    @Test
    void theRegistrationOfAPasskeySaysWhatItIsFor() {
        Page page = windows.get(0);
        page.navigate(server.at("/realms/every-page/test-pages/webauthn-register?kc_locale=en")
                .toString());

        assertThat(page.locator("#encvoy-passkey-purpose").innerText()).startsWith("With a passkey you sign in with");
    }

    @Test
    void aPageIsLight() {
        Map<String, Integer> bytes = new TreeMap<>();
        try (BrowserSession visit = pages.visit(AxeScan.ALL.get(0).options())) {
            Page page = visit.window();
            List<Request> requests = new ArrayList<>();
            page.onRequestFinished(requests::add);
            page.navigate(
                    server.at("/realms/every-page/test-pages/login-username").toString());
            page.waitForLoadState(LoadState.NETWORKIDLE);
            requests.forEach(
                    request -> bytes.put(request.url(), request.response().body().length));
        }
        assertThat(bytes.values().stream().mapToInt(Integer::intValue).sum())
                .as("uncompressed: %s", bytes)
                .isPositive()
                .isLessThan(60_000);
        assertThat(pages.complaints()).isEmpty();
    }
}
