package com.encvoy.keycloak.application.activity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.Insight;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Every refusal, made by a real request, is found in the event store and explained. */
@KeycloakServer
class ActivityIT {

    private static final String CALLBACK = "https://wiki.example.com/login";
    private static final String SECRET = "secret-of-the-wiki-for-tests";

    private final TestServer server;
    private TestRealm realm;
    private Application wiki;
    private Insight insight;
    private String ada;

    ActivityIT(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void makeRealm() {
        realm = TestRealm.copy(server, "active", copy -> {});
        realm.application("wiki", SECRET, CALLBACK);
        wiki = Application.atEncvoyAddress(server, realm, "wiki", SECRET);
        insight = new Insight(server, realm, "wiki");
        ada = realm.person("ada");
    }

    /** Sends a browser to the login, signs ada in if it is shown, and returns where that ends. */
    private URI signIn(String redirectUri, String more) {
        try (Browser browser = new Browser(server.url())) {
            browser.open(realm.authorization("wiki", redirectUri, more));
            if (browser.asksWhoItIs()) {
                browser.signIn("ada", TestRealm.PASSWORD);
            }
            return browser.address();
        }
    }

    private void request(String parameters) {
        try (Browser browser = new Browser(server.url())) {
            browser.open(
                    server.at("/realms/active/api/oidc/auth?client_id=wiki&redirect_uri=" + CALLBACK + parameters));
        }
    }

    private JsonNode refusal() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> insight.activity("kind=REFUSAL&max=20"), refusals -> !refusals.isEmpty())
                .get(0);
    }

    private void assertRefused(String code, String side) {
        assertThat(refusal().path("code").asText()).isEqualTo(code);
        assertThat(refusal().path("side").asText()).isEqualTo(side);
    }

    private static List<String> codes(JsonNode activities) {
        return StreamSupport.stream(activities.spliterator(), false)
                .map(activity -> activity.path("code").asText())
                .toList();
    }

    @Test
    void aWrongRedirectAddressIsOfferedForRegistration() {
        signIn(CALLBACK + "/", "");

        assertRefused("wrong_redirect_uri", "here");
        assertThat(refusal().path("remedy").asText()).isEqualTo("REGISTER_REDIRECT_URI");
        assertThat(refusal().path("value").asText()).isEqualTo(CALLBACK + "/");
    }

    @Test
    void anAddressOfOthersIsNot() {
        signIn("https://wiki.evil.example/login", "");

        assertRefused("foreign_redirect_uri", "here");
        assertThat(refusal().has("remedy")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "&response_type=token&scope=openid, unsupported_response_type",
        "&response_type=cod&scope=openid, unsupported_response_type",
        "&scope=openid, unsupported_response_type",
        "&response_type=code&scope=openid&request=eyJ, request_object",
        "&response_type=code&scope=openid&response_mode=jwt, signed_response",
        "&response_type=code&scope=openid&code_challenge=short&code_challenge_method=S256, pkce_wrong"
    })
    void aRequestThatIsWrongIsExplained(String parameters, String code) {
        request(parameters);

        assertRefused(code, "application");
    }

    @Test
    void theScopesThatAreUnknownAreNamedWhereKeycloakRefusesThem() {
        try (Browser browser = new Browser(server.url())) {
            browser.open(server.at("/realms/active/protocol/openid-connect/auth?client_id=wiki&response_type=code"
                    + "&scope=openid+payroll&redirect_uri=" + CALLBACK));
        }

        assertRefused("unknown_scope", "application");
        assertThat(refusal().path("parameters").path(0).asText()).isEqualTo("openid payroll");
    }

    @Test
    void aRequestWithoutPkceIsExplained() {
        realm.settings("wiki", Map.of("pkce.code.challenge.method", "S256"));

        request("&response_type=code&scope=openid");

        assertRefused("pkce_missing", "application");
    }

    @Test
    void aWrongSecretIsExplained() {
        URI answer = signIn(CALLBACK, "");

        Application.atEncvoyAddress(server, realm, "wiki", "wrong").redeem(answer, CALLBACK);

        assertRefused("wrong_secret", "application");
    }

    @Test
    void aCodeThatWasUsedIsExplained() {
        URI answer = signIn(CALLBACK, "");
        wiki.redeem(answer, CALLBACK);
        wiki.redeem(answer, CALLBACK);

        assertRefused("code_used", "application");
    }

    @Test
    void aCodeThatIsTooOldIsExplained() {
        URI answer = signIn(CALLBACK, "");
        server.moveClock(90);
        try {
            wiki.redeem(answer, CALLBACK);
        } finally {
            server.moveClock(0);
        }

        assertThat(refusal().path("code").asText()).isIn("code_expired", "code_used");
    }

    @Test
    void anotherRedirectAddressThanTheFirstIsExplained() {
        wiki.redeem(signIn(CALLBACK, ""), "http://wiki.internal/login");

        assertRefused("redirect_uri_changed", "application");
    }

    @Test
    void aMissingVerifierIsExplained() {
        URI answer = signIn(
                CALLBACK, "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256");

        wiki.redeem(answer, CALLBACK);

        assertRefused("pkce_missing", "application");
    }

    @Test
    void aRefreshTokenThatIsNoneIsExplained() {
        wiki.token("refresh_token", Map.of("refresh_token", "none"));

        assertRefused("refresh_token_refused", "application");
    }

    @Test
    void aGrantThatIsNotAllowedIsExplained() {
        wiki.token("password", Map.of("username", "ada", "password", TestRealm.PASSWORD));

        assertRefused("grant_not_allowed", "here");
    }

    @Test
    void aStrangerCanBeInvited() {
        realm.settings("wiki", Map.of("encvoy.authorize_only_employees", "true"));

        signIn(CALLBACK, "");

        assertRefused("not_admitted_only_employees", "here");
        assertThat(refusal().path("remedy").asText()).isEqualTo("INVITE");
        assertThat(refusal().path("value").asText()).isEqualTo(ada);
        assertThat(refusal().path("person").asText()).isEqualTo(ada);
    }

    @Test
    void accessThatIsWithdrawnIsExplainedAtTheNextRefresh() {
        String refreshToken = wiki.redeem(signIn(CALLBACK, ""), CALLBACK).text("refresh_token");
        realm.settings("wiki", Map.of("encvoy.authorize_only_admins", "true"));

        wiki.token("refresh_token", Map.of("refresh_token", refreshToken));

        assertRefused("not_admitted_only_admins", "here");
    }

    @Test
    void aWrongPasswordIsThePersonsOwn() {
        try (Browser browser = new Browser(server.url())) {
            browser.open(realm.authorization("wiki", CALLBACK, "")).signIn("ada", "wrong");
        }

        assertRefused("wrong_password", "person");
    }

    @Test
    void aClientThatIsSwitchedOffIsExplained() {
        var client = realm.client("wiki");
        client.setEnabled(false);
        realm.admin().clients().get(client.getId()).update(client);

        request("&response_type=code&scope=openid");

        assertRefused("client_disabled", "here");
    }

    @Test
    void signInsAndChangesAreToldInPagesAndNothingOfDevices() {
        signIn(CALLBACK, "");
        signIn(CALLBACK + "/", "");
        realm.settings("wiki", Map.of("encvoy.contact", "owner@example.com"));

        JsonNode everything = insight.activity("max=50");

        assertThat(codes(everything)).contains("signed_in", "wrong_redirect_uri", "application_changed");
        assertThat(everything.toString()).doesNotContain("127.0.0.1", "ipAddress", "owner@example.com");
        assertThat(codes(insight.activity("kind=SIGN_IN&max=50"))).containsOnly("signed_in");
        assertThat(codes(insight.activity("kind=CHANGE&max=50")))
                .containsOnly("application_changed", "application_created");
        List<String> all = codes(everything);
        assertThat(codes(insight.activity("first=1&max=2"))).isEqualTo(all.subList(1, 3));
        assertThat(StreamSupport.stream(everything.spliterator(), false)
                        .map(activity -> -activity.path("time").asLong()))
                .isSorted();
    }

    @Test
    void anApplicationDoesNotInheritWhatHappenedAtAnEarlierOneOfItsName() {
        signIn(CALLBACK + "/", "");
        refusal();

        realm.application("wiki", SECRET, CALLBACK);

        assertThat(codes(insight.activity("max=50"))).containsExactly("application_created");
    }
}
