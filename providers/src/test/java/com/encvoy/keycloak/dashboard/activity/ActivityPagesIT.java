package com.encvoy.keycloak.dashboard.activity;

import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;

import org.htmlunit.html.HtmlAnchor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RealmEventsConfigRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The page that tells what happened at an application and what to do about it. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivityPagesIT {

    private static final String OTHER = Pages.ADDRESS + "/auth/sso";

    private final TestServer server;
    private Pages pages;

    ActivityPagesIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makePeople() {
        pages = new Pages(server, "dashboard-activity");
    }

    private static HtmlAnchor link(Browser browser, String text) {
        return browser.html().getFirstByXPath("//a[normalize-space()='" + text + "']");
    }

    @Test
    void aWrongRedirectAddressIsExplainedAndRegistered() {
        pages.application("moved", client -> {});
        pages.come("member", "moved", OTHER);
        try (Browser browser = pages.signedIn("owner", "moved", "activity")) {
            assertThat(browser.text())
                    .contains("tried to send people back to " + OTHER + ", which is not registered", "Change it here");

            browser.follow("Register this address");
            assertThat(browser.text()).contains("Register a redirect URI", OTHER, Pages.REDIRECT_URI);
            assertThat(pages.realm().client("moved").getRedirectUris()).containsExactly(Pages.REDIRECT_URI);

            Pages.press(browser, "Register this address");
            assertThat(browser.address()).isEqualTo(pages.page("moved", "activity"));
            assertThat(browser.text())
                    .contains("The address is registered", "Registered now", "Application changed", "Owner Lovelace")
                    .doesNotContain("Register this address");
            assertThat(pages.realm().client("moved").getRedirectUris())
                    .containsExactlyInAnyOrder(Pages.REDIRECT_URI, OTHER);
        }
        assertThat(pages.come("member", "moved", OTHER).toString()).startsWith(OTHER + "?");
    }

    @Test
    void noOtherAddressThanThatOfAStoredEventIsRegistered() {
        pages.application("careful", client -> {});
        pages.come("member", "careful", OTHER);
        pages.come("member", "careful", "https://evil.example.com/");
        try (Browser browser = pages.signedIn("owner", "careful", "activity")) {
            assertThat(browser.text()).contains("which is not an address of the application");
            String offered = link(browser, "Register this address").getHrefAttribute();
            String at = offered.replaceFirst(".*[?&]at=(\\d+).*", "$1");
            URI register = pages.page("careful", "activity/register");
            for (String uri : new String[] {"https://evil.example.com/", OTHER + "x", ""}) {
                browser.open(URI.create(register + "?at=" + at + "&uri=" + Pages.encode(uri)));
                assertThat(browser.status()).isEqualTo(404);
                browser.open(pages.page("careful", "activity"));
                pages.post(browser, register, Map.of("at", at, "uri", uri));
                assertThat(browser.status()).isEqualTo(404);
            }
            for (String time : new String[] {"", "1", "x", "-1", "99999999999999999999"}) {
                browser.open(URI.create(register + "?at=" + time + "&uri=" + Pages.encode(OTHER)));
                assertThat(browser.status()).isEqualTo(404);
            }
            browser.open(URI.create(offered));
            browser.post(register, "state_checker=forged&at=" + at + "&uri=" + Pages.encode(OTHER));
            assertThat(browser.status()).isEqualTo(403);
            assertThat(pages.realm().client("careful").getRedirectUris()).containsExactly(Pages.REDIRECT_URI);
        }
    }

    @Test
    void onlyThoseWhoRunAnApplicationSeeWhatHappened() {
        pages.application("watched", client -> {});
        pages.come("member", "watched", OTHER);
        try (Browser member = pages.signedIn("member", "watched", "activity");
                Browser stranger = pages.signedIn("stranger", "watched", "activity");
                Browser reader = pages.signedIn("reader", "watched", "activity")) {
            assertThat(member.status()).isEqualTo(403);
            assertThat(stranger.status()).isEqualTo(404);
            assertThat(reader.text()).contains("which is not registered").doesNotContain("Register this address");
            reader.open(pages.page("watched", "activity/register?at=1&uri=x"));
            assertThat(reader.status()).isEqualTo(403);
        }
    }

    @Test
    void aPersonWhoIsNotAdmittedCanBeInvited() {
        pages.application("closed", client -> client.getAttributes().put("encvoy.authorize_only_employees", "true"));
        pages.come("stranger", "closed", Pages.REDIRECT_URI);
        try (Browser browser = pages.signedIn("owner", "closed", "activity")) {
            assertThat(browser.text())
                    .contains("Only members may sign in", "Stranger Lovelace", "stranger@example.com", "Reference");
            assertThat(link(browser, "Invite this person").getHrefAttribute())
                    .isEqualTo(pages.page("closed", "invitations?emails=stranger%40example.com")
                            .toString());

            pages.realm().grant(pages.id("stranger"), "closed", "USER");
            assertThat(browser.reload().text()).contains("Is a member now").doesNotContain("Invite this person");
        }
    }

    @Test
    void anApplicationThatAsksForConsentDoesNotTellWhoCame() {
        pages.application("lure", client -> {
            client.setConsentRequired(true);
            client.getAttributes().put("encvoy.authorize_only_employees", "true");
        });
        pages.come("stranger", "lure", Pages.REDIRECT_URI);
        try (Browser owner = pages.signedIn("owner", "lure", "activity");
                Browser administrator = pages.signedIn("administrator", "lure", "activity")) {
            assertThat(owner.text())
                    .contains("Only members may sign in", "A person who does not show their name and address")
                    .doesNotContain("Stranger", "stranger");
            assertThat(link(owner, "Invite this person").getHrefAttribute()).doesNotContain("stranger");
            assertThat(administrator.text()).contains("Stranger Lovelace", "stranger@example.com");
        }
    }

    @Test
    void aWrongSecretIsTheApplicationsToChange() {
        pages.application("secretive", client -> {});
        URI answer = pages.come("member", "secretive", Pages.REDIRECT_URI);
        Application.atEncvoyAddress(server, pages.realm(), "secretive", "wrong").redeem(answer, Pages.REDIRECT_URI);
        try (Browser browser = pages.signedIn("owner", "secretive", "activity")) {
            assertThat(browser.text())
                    .contains(
                            "a client secret that differs",
                            "Change it in the application",
                            "Signed in",
                            "Member Lovelace");
            assertThat(browser.source()).doesNotContain("ipAddress");
        }
    }

    @Test
    void entriesAreFilteredAndPaged() {
        pages.application("busy", client -> {});
        pages.come("member", "busy", Pages.REDIRECT_URI);
        try (Browser application = new Browser(server.url())) {
            for (int i = 10; i < 45; i++) {
                application.open(pages.realm().authorization("busy", Pages.ADDRESS + "/wrong-" + i, ""));
            }
        }
        try (Browser browser = pages.signedIn("owner", "busy", "activity")) {
            assertThat(browser.text()).contains("/wrong-44,", "/wrong-15,").doesNotContain("/wrong-14,", "Signed in");
            browser.follow("Next");
            assertThat(browser.text()).contains("/wrong-14,", "Signed in").doesNotContain("/wrong-15,");

            browser.open(pages.page("busy", "activity?kind=refusal&from=2020-01-01&to=&first=30"));
            assertThat(browser.text()).contains("/wrong-10,").doesNotContain("Signed in", "Next");
            browser.follow("Previous");
            assertThat(browser.text()).contains("/wrong-44,");
            assertThat(browser.address().toString()).contains("kind=refusal", "from=2020-01-01");

            browser.open(pages.page("busy", "activity?kind=sign_in"));
            assertThat(browser.text()).contains("Signed in").doesNotContain("/wrong-");
            browser.open(pages.page("busy", "activity?to=2020-01-01"));
            assertThat(browser.text()).contains("Nothing found", "Show everything");
            browser.open(pages.page("busy", "activity?kind=x&from=yesterday&to=%24%7Bx%7D&first=-3"));
            assertThat(browser.text()).contains("/wrong-44,");
        }
    }

    private void events(Consumer<RealmEventsConfigRepresentation> change) {
        RealmEventsConfigRepresentation config = pages.realm().admin().getRealmEventsConfig();
        change.accept(config);
        pages.realm().admin().updateRealmEventsConfig(config);
    }

    @Test
    void aRealmThatStoresNothingIsSaidTo() {
        pages.application("silent", client -> {});
        try (Browser browser = pages.signedIn("owner", "silent", "activity")) {
            assertThat(browser.text()).contains("after 90 days").doesNotContain("stored in this realm");
            events(config -> config.setAdminEventsEnabled(false));
            assertThat(browser.reload().text())
                    .contains("Changes by owners and administrators are not stored")
                    .doesNotContain("This realm does not store events");
            events(config -> config.setEventsEnabled(false));
            assertThat(browser.reload().text()).contains("This realm does not store events");
        } finally {
            events(config -> {
                config.setEventsEnabled(true);
                config.setAdminEventsEnabled(true);
            });
        }
    }

    @Test
    void partsOfARequestAreOnlyText() {
        pages.application("inert", client -> {});
        try (Browser application = new Browser(server.url())) {
            application.open(
                    pages.realm().authorization("inert", "https://evil.example/<script>'{0}${shell.skip}\u202Ex", ""));
        }
        try (Browser browser = pages.signedIn("owner", "inert", "activity")) {
            assertThat(browser.status()).isEqualTo(200);
            assertThat(browser.source())
                    .contains("&lt;script&gt;&#39;{0}$ {shell.skip}\uFFFDx")
                    .doesNotContain("<script>'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr", "it", "ru", "en"})
    void thePagesAreTranslated(String language) {
        String clientId = "translated-" + language;
        pages.application(clientId, client -> {});
        pages.come("member", clientId, OTHER);
        try (Browser browser = pages.signedIn("owner", clientId, "activity?kc_locale=" + language)) {
            URI register = URI.create(((HtmlAnchor) browser.html().getFirstByXPath("//a[contains(@href,'register')]"))
                    .getHrefAttribute());
            for (URI page : new URI[] {pages.page(clientId, "activity"), register}) {
                browser.open(page);
                assertThat(browser.html().getDocumentElement().getAttribute("lang"))
                        .isEqualTo(language);
                assertThat(browser.source())
                        .doesNotContainPattern(">\\s*(?:events|refused|activity|person|register|tab)\\.[a-z]");
            }
            browser.open(pages.page(clientId, "activity?kc_locale=en"));
        }
    }
}
