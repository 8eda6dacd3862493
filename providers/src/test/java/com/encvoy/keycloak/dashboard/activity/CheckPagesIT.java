package com.encvoy.keycloak.dashboard.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.htmlunit.html.HtmlAnchor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmEventsConfigRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The page that says what is wrong with an application and removes it, and the one that says what it learns. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckPagesIT {

    private final TestServer server;
    private Pages pages;

    CheckPagesIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makePeople() {
        pages = new Pages(server, "dashboard-check");
        RealmEventsConfigRepresentation events = pages.realm().admin().getRealmEventsConfig();
        events.setAdminEventsDetailsEnabled(true);
        pages.realm().admin().updateRealmEventsConfig(events);
    }

    static List<Arguments> faults() {
        return List.of(
                fault(
                        "redirect-missing",
                        client -> client.setRedirectUris(List.of(Pages.ADDRESS + "/other")),
                        "which is not registered",
                        "Add this address"),
                fault(
                        "redirect-slash",
                        client -> client.setRedirectUris(List.of(Pages.ADDRESS + "/auth/sso")),
                        "The slash at the end makes a difference",
                        "Add this address"),
                fault("full-scope", client -> client.setFullScopeAllowed(true), "carry all roles", "Limit the tokens"),
                fault(
                        "fields",
                        client -> client.getAttributes().remove("encvoy.required_fields"),
                        "product needs email",
                        "Require it"),
                fault(
                        "scope-encvoy",
                        client -> client.setDefaultClientScopes(without(client, "encvoy")),
                        "lacks the scope encvoy",
                        "Add the scope"),
                fault(
                        "access-lifetime",
                        client -> client.getAttributes().put("access.token.lifespan", "60"),
                        "Access tokens expire after 60 s",
                        "Set the lifetime"));
    }

    private static Arguments fault(String clientId, Consumer<ClientRepresentation> change, String told, String button) {
        return Arguments.of(clientId, change, told, button);
    }

    private static List<String> without(ClientRepresentation client, String scope) {
        List<String> scopes = new ArrayList<>(client.getDefaultClientScopes());
        scopes.remove(scope);
        return scopes;
    }

    private List<String> changes(String clientId) {
        String path = "clients/" + pages.realm().client(clientId).getId();
        return pages.realm().admin().getAdminEvents().stream()
                .filter(event -> path.equals(event.getResourcePath())
                        && event.getOperationType().equals("UPDATE")
                        && event.getAuthDetails().getUserId().equals(pages.id("owner")))
                .map(event -> Objects.toString(event.getRepresentation(), ""))
                .toList();
    }

    @Test
    void allIsWellAsTheTemplateMakesIt() {
        pages.application("well", client -> {});
        try (Browser browser = pages.signedIn("owner", "well", "check")) {
            assertThat(browser.status()).isEqualTo(200);
            assertThat(browser.text()).contains("All is well", "What will it learn?");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultIsNamedAndRemovedByItsButton(
            String clientId, Consumer<ClientRepresentation> change, String told, String button) {
        // A full scope is narrowed as a client is made; scopes are not changed later in this way.
        pages.application(clientId, change);
        pages.change(clientId, change);
        try (Browser browser = pages.signedIn("owner", clientId, "check")) {
            assertThat(browser.text()).contains(told);

            Pages.press(browser, button);

            assertThat(browser.address()).isEqualTo(pages.page(clientId, "check"));
            assertThat(browser.text())
                    .contains("The problem is solved", "All is well")
                    .doesNotContain(told);
            assertThat(changes(clientId)).hasSize(1).first().asString().contains("{");
            assertThat(browser.open(pages.page(clientId, "check")).text()).doesNotContain("The problem is solved");
        }
    }

    @Test
    void ofTwoMissingScopesTheOneIsAddedWhoseButtonIsPressed() {
        pages.application(
                "two-scopes",
                client -> client.setDefaultClientScopes(without(client, "profile").stream()
                        .filter(scope -> !scope.equals("email"))
                        .toList()));
        try (Browser owner = pages.signedIn("owner", "two-scopes", "check");
                Browser browser = pages.signedIn("administrator", "two-scopes", "check")) {
            Map<String, String> press = Map.of("problem", "scope_missing", "value", "profile");
            assertThat(owner.text()).contains("may not ask for profile");
            assertThat(owner.html().getByXPath("//main//form[.//input[@name='problem']]"))
                    .isEmpty();
            pages.post(owner, pages.page("two-scopes", "check"), press);
            assertThat(pages.realm().client("two-scopes").getDefaultClientScopes())
                    .as("a scope that an administrator withheld")
                    .doesNotContain("profile");
            pages.post(browser, pages.page("two-scopes", "check"), press);

            assertThat(pages.realm().client("two-scopes").getDefaultClientScopes())
                    .contains("profile")
                    .doesNotContain("email");
        }
    }

    @Test
    void whatAnAdministratorSwitchedOffOnlyAnAdministratorSwitchesOn() {
        pages.application("off", client -> client.setEnabled(false));
        try (Browser owner = pages.signedIn("owner", "off", "check");
                Browser administrator = pages.signedIn("administrator", "off", "check")) {
            assertThat(owner.text()).contains("is switched off").doesNotContain("Switch the application on");
            pages.post(owner, pages.page("off", "check"), Map.of("problem", "client_disabled", "value", ""));
            assertThat(owner.status()).isEqualTo(403);
            assertThat(pages.realm().client("off").isEnabled()).isFalse();

            Pages.press(administrator, "Switch the application on");
            assertThat(pages.realm().client("off").isEnabled()).isTrue();
        }
    }

    @Test
    void aRemedyCannotBeMadeUp() {
        pages.application("made-up", client -> client.setRedirectUris(List.of(Pages.ADDRESS + "/other")));
        try (Browser browser = pages.signedIn("owner", "made-up", "check")) {
            pages.post(
                    browser,
                    pages.page("made-up", "check"),
                    Map.of("problem", "redirect_uri_missing", "value", "https://evil.example.com/"));

            assertThat(browser.text()).contains("nothing left to change", "which is not registered");
            assertThat(pages.realm().client("made-up").getRedirectUris()).containsExactly(Pages.ADDRESS + "/other");
        }
    }

    @Test
    void whatNoButtonChangesHasALinkToItsPage() {
        pages.application(
                "wildcard", client -> client.setRedirectUris(List.of(Pages.REDIRECT_URI, Pages.ADDRESS + "/auth/*")));
        try (Browser browser = pages.signedIn("owner", "wildcard", "check");
                Browser reader = pages.signedIn("reader", "wildcard", "check")) {
            HtmlAnchor link = browser.html().getFirstByXPath("//a[normalize-space()='Go to the settings']");
            assertThat(link.getHrefAttribute())
                    .isEqualTo(pages.page("wildcard", "settings").toString());
            assertThat(reader.text()).contains("allows more than one address").doesNotContain("Go to the settings");
        }
    }

    @Test
    void onlyThoseWhoRunAnApplicationSeeItsCheck() {
        pages.application("private", client -> {});
        pages.change("private", client -> client.setFullScopeAllowed(true));
        try (Browser member = pages.signedIn("member", "private", "check");
                Browser stranger = pages.signedIn("stranger", "private", "check");
                Browser reader = pages.signedIn("reader", "private", "check")) {
            assertThat(member.status()).isEqualTo(403);
            assertThat(stranger.status()).isEqualTo(404);
            assertThat(reader.text()).contains("carry all roles");
            assertThat(reader.html().getByXPath("//main//button")).isEmpty();
            pages.post(reader, pages.page("private", "check"), Map.of("problem", "full_scope_allowed", "value", ""));
            assertThat(reader.status()).isEqualTo(403);
            for (Browser other : List.of(member, stranger)) {
                other.open(pages.page("private", "check/claims"));
                assertThat(other.status()).isIn(403, 404);
            }
            assertThat(pages.realm().client("private").isFullScopeAllowed()).isTrue();
        }
    }

    @Test
    void aForgedFormChangesNothing() {
        pages.application("forged", client -> {});
        pages.change("forged", client -> client.setFullScopeAllowed(true));
        try (Browser browser = pages.signedIn("owner", "forged", "check")) {
            browser.post(pages.page("forged", "check"), "state_checker=forged&problem=full_scope_allowed&value=");

            assertThat(browser.status()).isEqualTo(403);
            assertThat(pages.realm().client("forged").isFullScopeAllowed()).isTrue();
        }
    }

    @Test
    void thePreviewIsMarkedAndLeavesNothingBehind() {
        pages.application("preview", client -> {});
        try (Browser browser = pages.signedIn("owner", "preview", "check")) {
            int events = pages.realm().admin().getEvents().size();
            browser.follow("Show what it learns");

            assertThat(browser.text())
                    .contains("What it learns: Owner Lovelace", "Preview", "owner@example.com", "Email address");
            assertThat(browser.source()).contains("/api/oidc").doesNotContain("access_token");
            assertThat(pages.realm().admin().getEvents()).hasSize(events);
            assertThat(pages.realm()
                            .admin()
                            .clients()
                            .get(pages.realm().client("preview").getId())
                            .getUserSessions(0, 10))
                    .isEmpty();
        }
    }

    private Browser preview(Browser browser, String clientId, Map<String, String> fields) {
        return pages.post(browser, pages.page(clientId, "check/claims"), fields);
    }

    @Test
    void aMemberIsFoundByWhatApplicationsMaySeeAndShownAsTheySee() {
        pages.application("members", client -> {});
        String shy = pages.person("shy", user -> user.singleAttribute("public_profile_claims_oauth", "nickname"));
        pages.realm().grant(shy, "members", "USER");
        try (Browser browser = pages.signedIn("owner", "members", "check/claims")) {
            preview(browser, "members", Map.of("who", "member", "person", "member@example.com", "scope", "phone"));
            assertThat(browser.text()).contains("What it learns: Member Lovelace", "member@example.com");
            assertThat(browser.source()).containsPattern("<code>[a-z_ ]*openid[a-z_ ]*phone[a-z_ ]*</code>");
            assertThat(browser.address().toString()).doesNotContain("example.com");

            for (String hidden : List.of("shy@example.com", "shy", "stranger@example.com", "nonsense")) {
                preview(browser, "members", Map.of("who", "member", "person", hidden));
                assertThat(browser.status()).isEqualTo(400);
                assertThat(browser.text()).contains("There is no such member").doesNotContain("What it learns");
                assertThat(browser.value("person")).isEqualTo(hidden);
            }
            browser.open(pages.page("members", "check/claims?user=" + shy));
            assertThat(browser.text()).contains("What it learns").doesNotContain("shy@example.com", "Shy Lovelace");
            browser.open(pages.page("members", "check/claims?user=" + pages.id("stranger")));
            assertThat(browser.status()).isEqualTo(404);
        }
    }

    @Test
    void whoMayNotSignInIsNotPreviewed() {
        pages.application("guarded", client -> {});
        pages.realm().grant(pages.id("member"), "guarded", "encvoy.blocked");
        try (Browser browser = pages.signedIn("owner", "guarded", "check/claims")) {
            preview(browser, "guarded", Map.of("who", "member", "person", "member@example.com"));

            assertThat(browser.text())
                    .contains("This person is blocked in the application")
                    .doesNotContain("As JSON", "owner@example.com");
        }
    }

    @Test
    void anOwnerLearnsNothingThatAMemberHasNotAgreedToShare() {
        pages.application("asking", client -> client.setConsentRequired(true));
        try (Browser owner = pages.signedIn("owner", "asking", "check/claims");
                Browser administrator = pages.signedIn("administrator", "asking", "check/claims")) {
            for (Browser browser : List.of(owner, administrator)) {
                preview(browser, "asking", Map.of("who", "member", "person", "member@example.com"));
            }

            assertThat(owner.text())
                    .as("an address that the application has not been told")
                    .contains("There is no such member")
                    .doesNotContain("As JSON");
            assertThat(administrator.text()).contains("As JSON", "member@example.com");

            try (Browser member = new Browser(server.url())) {
                member.open(pages.realm().authorization("asking", Pages.REDIRECT_URI, ""))
                        .signIn("member", TestRealm.PASSWORD)
                        .click("kc-login");
                assertThat(member.address().toString()).startsWith(Pages.REDIRECT_URI + "?");
            }
            preview(owner, "asking", Map.of("who", "member", "person", "member@example.com", "scope", "phone"));
            assertThat(owner.text()).contains("As JSON", "so it is left out: phone");
        }
    }

    @Test
    void whoMayNotSeeMembersPreviewsOnlyThemselves() {
        pages.application("reading", client -> {});
        try (Browser reader = pages.signedIn("reader", "reading", "check/claims")) {
            assertThat(reader.text())
                    .contains("What it learns: Reader Lovelace")
                    .doesNotContain("Who signs in?");
            preview(reader, "reading", Map.of("who", "member", "person", "member@example.com"));
            assertThat(reader.status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr", "it", "ru", "en"})
    void thePagesAreTranslated(String language) {
        String clientId = "translated-" + language;
        pages.application(clientId, client -> {
            client.setFullScopeAllowed(true);
            client.setRedirectUris(List.of(Pages.ADDRESS + "/auth/sso"));
        });
        try (Browser browser = pages.signedIn("owner", clientId, "check?kc_locale=" + language)) {
            Stream.of("check", "check/claims").forEach(page -> {
                browser.open(pages.page(clientId, page));
                assertThat(browser.html().getDocumentElement().getAttribute("lang"))
                        .isEqualTo(language);
                assertThat(browser.source())
                        .doesNotContainPattern(">\\s*(?:check|learn|claim|person|problem|preview|tab)\\.[a-z]");
            });
            browser.open(pages.page(clientId, "check?kc_locale=en"));
        }
    }
}
