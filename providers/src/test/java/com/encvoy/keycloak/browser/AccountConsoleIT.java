package com.encvoy.keycloak.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Keycloak's account console with the theme: no page of it shows another brand, and it leads to the dashboard. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
        value = "com.encvoy.keycloak.browser.Chromium#isAvailable",
        disabledReason = "no Chrome or Chromium is installed, the pages are not looked at")
class AccountConsoleIT {

    private static final String REALM = "account-console";

    /** Milliseconds; the console is a large application. */
    private static final double LOADING = 30_000;

    private static final List<String> PAGES = List.of(
            "",
            "account-security/signing-in",
            "account-security/device-activity",
            "account-security/linked-accounts",
            "applications",
            "groups",
            "organizations",
            "resources",
            "there-is-no-such-page");

    /** Everything that is seen or read out. */
    private static final String TEXTS = """
            [document.title, document.body.innerText,
                ...Array.from(document.querySelectorAll("[alt], [title], [aria-label], [placeholder]"))
                    .filter((element) => element.checkVisibility())
                    .flatMap((element) => ["alt", "title", "aria-label", "placeholder"]
                        .map((name) => element.getAttribute(name) ?? ""))]
                .join("\\n")
            """;

    private final TestServer server;
    private TestRealm realm;

    AccountConsoleIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, REALM, copy -> {
            copy.setUserManagedAccessAllowed(true);
            copy.setOrganizationsEnabled(true);
        });
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias("github");
        provider.setProviderId("github");
        provider.setConfig(new HashMap<>(Map.of("clientId", "x", "clientSecret", "x")));
        realm.admin().identityProviders().create(provider).close();
        GroupRepresentation group = new GroupRepresentation();
        group.setName("Engineers");
        realm.admin().groups().add(group).close();
        String ada = realm.person("ada");
        realm.admin()
                .users()
                .get(ada)
                .joinGroup(realm.admin().groups().groups().get(0).getId());
        // As an administrator does where nickname and birthdate are to be edited there too.
        String scope = realm.admin().clientScopes().findAll().stream()
                .filter(one -> one.getName().equals("encvoy-account"))
                .map(ClientScopeRepresentation::getId)
                .findFirst()
                .orElseThrow();
        realm.admin().clients().get(realm.client("account-console").getId()).addDefaultClientScope(scope);
    }

    private String address(String page) {
        return server.at("/realms/" + REALM + "/account/" + page).toString();
    }

    private Page signedIn(BrowserSession visit) {
        Page page = visit.window();
        page.navigate(address(""));
        page.fill("#username", "ada");
        page.click("#kc-login");
        page.fill("#password", TestRealm.PASSWORD);
        page.click("#kc-login");
        shown(page);
        return page;
    }

    /** Waits until the page has its heading and the spinner is gone. */
    private static void shown(Page page) {
        assertThat(page.locator("main h1, .pf-v5-c-page__main h1, .pf-v5-c-empty-state")
                        .first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LOADING));
        assertThat(page.locator(".pf-v5-c-spinner"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(LOADING));
    }

    @Test
    void noPageShowsAnotherBrandAndEachCanBeRead() {
        SoftAssertions softly = new SoftAssertions();
        try (ChromiumPages pages = new ChromiumPages(server)) {
            for (AxeScan reader : AxeScan.ALL.subList(0, 2)) {
                try (BrowserSession visit = pages.visit(reader.options())) {
                    Page page = signedIn(visit);
                    for (String path : reader.width() > 1000 ? PAGES : PAGES.subList(0, 3)) {
                        page.navigate(address(path));
                        shown(page);
                        inspect(softly, page, reader, path);
                    }
                }
            }
        }
        softly.assertAll();
    }

    private static void inspect(SoftAssertions softly, Page page, AxeScan reader, String path) {
        String texts = (String) page.evaluate(TEXTS);
        softly.assertThat(texts).as("%s, %s", path, reader.language()).doesNotContainIgnoringCase("keycloak");
        softly.assertThat(page.title()).isEqualTo("Encvoy ID");
        softly.assertThat(page.locator("link[rel=icon]").getAttribute("href")).endsWith("/img/encvoy-mark.svg");
        Locator logo = page.locator(".pf-v5-c-masthead__brand img");
        softly.assertThat(logo.getAttribute("alt")).isEqualTo("Encvoy ID");
        softly.assertThat(logo.getAttribute("src")).endsWith("/img/encvoy-mark.svg");
        softly.assertThat((Boolean) logo.evaluate("image => image.naturalWidth > 0"))
                .isTrue();
        softly.assertThat(Accessibility.ofColours(page))
                .as("contrast of '%s', %s", path, reader)
                .isEmpty();
        ChromiumPages.picture(
                page, "account/" + (path.isEmpty() ? "profile" : path.replace('/', '-')) + "-" + reader.picture());
    }

    @Test
    void theLogoAndALinkLeadToTheDashboard() {
        try (ChromiumPages pages = new ChromiumPages(server);
                BrowserSession visit = pages.visit(AxeScan.ALL.get(0).options())) {
            Page page = signedIn(visit);
            page.navigate(address("account-security/signing-in"));
            shown(page);
            page.locator("nav a", new Page.LocatorOptions().setHasText("What applications see"))
                    .click();
            page.waitForURL(server.at("/realms/" + REALM + "/dashboard/privacy").toString());

            page.navigate(address("account-security/signing-in"));
            shown(page);
            page.click(".pf-v5-c-masthead__brand");
            page.waitForURL(Pattern.compile(".*/realms/" + REALM + "/dashboard.*"));
            assertThat(page.locator("header .brand")).isVisible();
        }
    }

    /** They are chosen in the dashboard; here they would be a list of technical names. */
    @Test
    void theProfileHasOtherFieldsThanThoseOfPrivacy() {
        try (ChromiumPages pages = new ChromiumPages(server);
                BrowserSession visit = pages.visit(AxeScan.ALL.get(0).options())) {
            Page page = signedIn(visit);
            assertThat(page.locator("#nickname, [name=nickname]").first()).isVisible();
            assertThat(page.locator("body").innerText()).doesNotContain("Public", "public_");
        }
    }

    /** The page before any script has run. */
    @Test
    void theFirstDocumentShowsNoOtherBrandEither() throws Exception {
        String document = get(address(""));
        String seen = document.replaceAll("(?s)<(script|style)\\b.*?</\\1>", "").replaceAll("(?s)<[^>]*>", " ");

        assertThat(seen).containsIgnoringCase("Account Console").doesNotContainIgnoringCase("keycloak");
        assertThat(document)
                .contains("<title>Encvoy ID</title>", "/img/encvoy-mark.svg")
                .doesNotContain("favicon.svg");
    }

    private static String get(String address) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(address).isEqualTo(200);
        return response.body();
    }
}
