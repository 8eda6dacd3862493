package com.encvoy.keycloak.look;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a login ends, a page says what happened in a person's words, and leads on. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndPagesIT {

    private static final String HOME = "https://wiki.example.com/start";
    private static final List<String> JARGON = List.of(
            "We are sorry",
            "not found",
            "Restart login cookie",
            "Invalid parameter",
            "redirect_uri",
            "Page has expired",
            "Click here",
            "client");

    private final TestServer server;
    private TestRealm realm;
    private LoginBrowser login;
    private Browser browser;

    EndPagesIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "end-pages", copy -> copy.setRegistrationAllowed(false));
        realm.person("ada");
        login = new LoginBrowser(server, realm);
        realm.settings("wiki", Map.of("encvoy.contact", "help@example.com"));
    }

    @BeforeEach
    void openBrowser() {
        realm.homeOf("wiki", HOME);
        browser = new Browser(server.url()).reading("en");
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    private Browser ask(String query) {
        return browser.open(server.at("/realms/end-pages/protocol/openid-connect/auth?" + query));
    }

    /** The first thing that people read, without the details for administrators. */
    private static String sentence(Browser browser) {
        HtmlPage page = browser.html();
        return page.getElementById("kc-page-title").getTextContent().strip() + " "
                + ((DomElement) page.getFirstByXPath("//*[contains(@class, 'encvoy-end')]//p"))
                        .getTextContent()
                        .strip();
    }

    private static List<HtmlAnchor> primary(Browser browser) {
        return browser.html().getByXPath("//main//a[contains(@class, 'pf-m-primary')]");
    }

    private void assertFound(Browser shown, String... logged) {
        String reference =
                shown.html().getElementById("encvoy-reference").getTextContent().replace("Reference:", "");
        assertThat(server.log().lines().filter(line -> line.contains(reference.strip())))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(logged));
        assertThat(sentence(shown)).doesNotContainIgnoringCase(JARGON.toArray(String[]::new));
    }

    @Test
    void anApplicationThatIsUnknown() {
        ask("client_id=unheard-of&response_type=code&redirect_uri=https://evil.example/");

        assertThat(browser.pageId()).isEqualTo("login-error");
        assertThat(sentence(browser)).contains("This application is not known here");
        assertThat(primary(browser)).singleElement().satisfies(link -> {
            assertThat(link.getTextContent().strip()).isEqualTo("Sign in");
            assertThat(link.getHrefAttribute())
                    .isEqualTo(server.at("/realms/end-pages/account/").toString());
        });
        assertFound(
                browser,
                "error=\"clientNotFoundMessage\"",
                "clientId=\"unheard-of\"",
                "redirect_uri=\"https://evil.example/\"");
    }

    @Test
    void anAddressThatIsNotRegistered() {
        ask("client_id=wiki&response_type=code&redirect_uri=https://evil.example/%3Cb%3Ebold%3C/b%3E%0AForged");

        assertThat(sentence(browser)).contains("stopped for your safety", "wiki asked us to send you");
        assertThat(primary(browser)).singleElement().satisfies(link -> {
            assertThat(link.getTextContent().strip()).isEqualTo("Back to wiki");
            assertThat(link.getHrefAttribute()).isEqualTo(HOME);
        });
        HtmlPage page = browser.html();
        assertThat(page.getElementById("encvoy-details").getTextContent())
                .contains("invalidParameterMessage: redirect_uri", "wiki", "https://evil.example/<b>bold</b> Forged");
        assertThat(page.getElementsByTagName("b")).isEmpty();
        assertThat(page.getAnchors())
                .noneMatch(link -> link.getHrefAttribute().contains("evil"))
                .anyMatch(link -> link.getHrefAttribute().equals("mailto:help@example.com"));
        assertFound(browser, "clientId=\"wiki\"", "Forged\"");
    }

    @Test
    void aRequestThatIsRefused() {
        realm.settings("wiki", Map.of("encvoy.show_authorization_errors", "true"));
        try {
            browser.open(URI.create(realm.authorization("wiki", LoginBrowser.WIKI, "")
                    .toString()
                    .replace("response_type=code", "response_type=nonsense")));
        } finally {
            realm.settings("wiki", Map.of("encvoy.show_authorization_errors", ""));
        }

        assertThat(sentence(browser)).contains("Signing in was not possible", "wiki asked for something");
        assertThat(primary(browser)).hasSize(1);
        assertFound(browser, "error=\"unsupported_response_type\"", "clientId=\"wiki\"");
    }

    @ParameterizedTest
    @CsvSource({"true, Back to wiki", "false, Sign in"})
    void aLoginThatTheBrowserDoesNotKnow(boolean hasHome, String action) {
        realm.homeOf("wiki", hasHome ? HOME : "");
        Browser other = login.atLogin();
        String address = other.html().getForms().get(0).getActionAttribute();

        browser.post(URI.create(address), "username=ada");

        assertThat(sentence(browser)).contains("This sign-in cannot be continued", "cookies");
        assertThat(primary(browser))
                .singleElement()
                .satisfies(link -> assertThat(link.getTextContent().strip()).isEqualTo(action));
        assertFound(browser, "error=\"cookieNotFoundMessage\"", "clientId=\"wiki\"");
    }

    @Test
    void aPageThatIsOutOfDate() {
        Browser there = login.atLogin();
        HtmlPage first = there.html();
        there.identify("ada");
        there.post(
                URI.create(first.getForms().get(0).getActionAttribute().replaceAll("execution=[^&]+", "execution=x")),
                "username=ada");

        assertThat(there.pageId()).isEqualTo("login-login-page-expired");
        assertThat(sentence(there)).contains("This page is out of date");
        assertThat(primary(there))
                .singleElement()
                .satisfies(link -> assertThat(link.getTextContent().strip()).isEqualTo("Continue"));
        assertFound(there, "error=\"page_expired\"");
        assertThat(there.click("loginContinueLink").shows("password")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true, Back to wiki", "false, Sign in again"})
    void afterSigningOut(boolean hasHome, String action) {
        realm.homeOf("wiki", hasHome ? HOME : "");
        login.open(browser, "").signIn("ada", TestRealm.PASSWORD);

        browser.open(server.at("/realms/end-pages/api/oidc/session/end?client_id=wiki"))
                .click("kc-logout");

        assertThat(browser.pageId()).isEqualTo("login-info");
        assertThat(sentence(browser)).contains("You are signed out");
        assertThat(primary(browser))
                .singleElement()
                .satisfies(link -> assertThat(link.getTextContent().strip()).isEqualTo(action));
        assertThat(browser.text()).contains("Sign in again").doesNotContain("Reference");
    }

    @Test
    void whatKeycloakSaysElseIsKept() {
        browser.open(
                server.at("/realms/end-pages/protocol/openid-connect/registrations?client_id=wiki&response_type=code"));
        assertThat(browser.pageId()).isEqualTo("login-error");
        assertThat(browser.text()).contains("Registration not allowed", "Reference");
    }
}
