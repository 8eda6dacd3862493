package com.encvoy.keycloak.oidc;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;

import jakarta.ws.rs.core.Response;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications made from the shipped templates and set up as their guides say: all but Moodle have addresses written
 * down by hand.
 */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuidesIT {

    private enum Habit {
        /** The secret goes into a header instead of the body. */
        BASIC,
        /** RFC 7636. */
        PKCE,
        /** Looks up its addresses. */
        DISCOVERY,
        /** Reads the ID token and never asks for userinfo. */
        ID_TOKEN_ONLY,
        /** Asks for offline access, and refreshes. */
        REFRESH
    }

    /** The way in which the application of each guide does it; Sentry has tests of its own. */
    enum Guide {
        GITLAB(
                "gitlab",
                "https://git.example.com",
                "/users/auth/oauth2_generic/callback",
                "openid profile email",
                Habit.BASIC),
        GRAFANA(
                "grafana",
                "https://example.com/grafana",
                "/login/generic_oauth",
                "openid profile email",
                Habit.BASIC,
                Habit.PKCE),
        NEXTCLOUD(
                "nextcloud",
                "https://cloud.example.com",
                "/apps/sociallogin/custom_oidc/encvoy",
                "openid profile email",
                Habit.ID_TOKEN_ONLY),
        NEXTCLOUD_BY_THE_GUIDE(
                "nextcloud",
                "https://cloud.example.com",
                "/api/oauth/return",
                "profile email openid",
                Habit.ID_TOKEN_ONLY),
        ROCKET_CHAT("rocket-chat", "https://chat.example.com", "/_oauth/encvoy", "openid profile email"),
        MOODLE(
                "moodle",
                "https://moodle.example.com",
                "/admin/oauth2callback.php",
                "openid profile email offline_access",
                Habit.DISCOVERY,
                Habit.REFRESH);

        private final String template;
        private final String address;
        private final String redirectUri;
        private final String scope;

        @SuppressWarnings("ImmutableEnumChecker")
        private final EnumSet<Habit> habits = EnumSet.noneOf(Habit.class);

        Guide(String template, String address, String path, String scope, Habit... habits) {
            this.template = template;
            this.address = address;
            this.redirectUri = address + path;
            this.scope = scope;
            this.habits.addAll(List.of(habits));
        }

        /** What {@code kcadm.sh create clients -f template -s rootUrl=address} sends. */
        private ClientRepresentation client() throws Exception {
            return JsonSerialization.readValue(
                    Pack.application(template).replace("${APPLICATION_URL}", address), ClientRepresentation.class);
        }
    }

    private static final String VERIFIER = "a-verifier-of-the-tests-that-is-long-enough-for-rfc-7636";
    private static final String CHALLENGE = "i5I6XccOe8s820S0DzL37XPBKcJfnptA3J9k4aEYVpI";

    private final TestServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private TestRealm created;
    private TestRealm imported;

    GuidesIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealms() throws Exception {
        created = TestRealm.copy(server, "guides", copy -> {});
        created.person("linus");
        imported = TestRealm.copy(server, "guides-imported", copy -> {});
        imported.person("linus");
        PartialImportRepresentation clients = new PartialImportRepresentation();
        clients.setIfResourceExists(PartialImportRepresentation.Policy.FAIL.name());
        clients.setClients(new ArrayList<>());
        for (Guide guide : Guide.values()) {
            if (clients.getClients().stream()
                    .noneMatch(client -> client.getClientId().equals(guide.template))) {
                clients.getClients().add(guide.client());
                created.admin().clients().create(guide.client()).close();
            }
        }
        try (Response response = imported.admin().partialImport(clients)) {
            assertThat(response.getStatus()).as("partial import").isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Guide.class)
    void anApplicationSetUpByTheGuideSignsAUserIn(Guide guide) throws Exception {
        signIn(created, guide);
    }

    @ParameterizedTest
    @EnumSource(Guide.class)
    void soDoesOneThatCameByAPartialImport(Guide guide) throws Exception {
        signIn(imported, guide);
    }

    @Test
    void aTemplateThatWasNotFilledInIsRefused() throws Exception {
        ClientRepresentation client =
                JsonSerialization.readValue(Pack.application("grafana"), ClientRepresentation.class);
        client.setClientId("unfilled");

        try (Response response = created.admin().clients().create(client)) {
            assertThat(response.getStatus()).isEqualTo(400);
        }
    }

    @Test
    void redirectUrisStayExact() {
        try (Browser browser = new Browser(server.url())) {
            browser.open(created.authorization("grafana", Guide.GRAFANA.redirectUri + "/", ""));

            assertThat(browser.address().toString())
                    .as("refused here, with the slash that is not registered")
                    .startsWith(server.url().toString());
            assertThat(browser.text()).contains("redirect_uri");
        }
    }

    @Test
    void aClientMadeInTheConsoleIsAnEncvoyApplicationToo() {
        created.application("console", "a-secret-of-the-tests", "https://console.example.com/callback");

        assertThat(created.client("console").getDefaultClientScopes()).contains("encvoy", "email", "profile");
        assertThat(created.client("console").getRedirectUris()).containsExactly("https://console.example.com/callback");
    }

    private void signIn(TestRealm realm, Guide guide) throws Exception {
        String prefix = server.url() + "/realms/" + realm.name() + "/api/oidc";
        JsonNode document = guide.habits.contains(Habit.DISCOVERY)
                ? json(HttpRequest.newBuilder(URI.create(prefix + "/.well-known/openid-configuration"))
                        .build())
                : null;
        String auth = document == null
                ? prefix + "/auth"
                : document.get("authorization_endpoint").textValue();
        String token = document == null
                ? prefix + "/token"
                : document.get("token_endpoint").textValue();
        String userinfo = document == null
                ? prefix + "/me"
                : document.get("userinfo_endpoint").textValue();

        JsonNode tokens = tokens(
                realm,
                guide,
                token,
                "grant_type=authorization_code&code=" + encode(code(guide, auth)) + "&redirect_uri="
                        + encode(guide.redirectUri)
                        + (guide.habits.contains(Habit.PKCE) ? "&code_verifier=" + VERIFIER : ""));
        if (guide.habits.contains(Habit.REFRESH)) {
            tokens = tokens(
                    realm,
                    guide,
                    token,
                    "grant_type=refresh_token&refresh_token="
                            + tokens.get("refresh_token").textValue());
        }
        JsonNode person = guide.habits.contains(Habit.ID_TOKEN_ONLY)
                ? JsonSerialization.mapper.readTree(
                        JWTParser.parse(tokens.get("id_token").textValue())
                                .getJWTClaimsSet()
                                .toString())
                : json(HttpRequest.newBuilder(URI.create(userinfo))
                        .header(
                                "Authorization",
                                "Bearer " + tokens.get("access_token").textValue())
                        .build());

        assertThat(tokens.get("token_type").textValue()).isEqualToIgnoringCase("Bearer");
        assertThat(tokens.hasNonNull("id_token")).isTrue();
        assertThat(person.get("sub").textValue()).isNotEmpty();
        assertThat(person.get("email").textValue()).isEqualTo("linus@example.com");
        assertThat(person.get("name").textValue()).isEqualTo("Ada Lovelace");
        assertThat(person.get("given_name").textValue()).isEqualTo("Ada");
        assertThat(person.get("email_verified").isBoolean()).isTrue();
    }

    private String code(Guide guide, String endpoint) {
        URI request = URI.create(endpoint + "?response_type=code&client_id=" + guide.template + "&redirect_uri="
                + encode(guide.redirectUri) + "&scope=" + encode(guide.scope).replace("+", "%20") + "&state="
                + encode("x/y+z==")
                + (guide.habits.contains(Habit.PKCE) ? "&code_challenge_method=S256&code_challenge=" + CHALLENGE : ""));
        try (Browser browser = new Browser(server.url())) {
            String answer = browser.open(request)
                    .signIn("linus", TestRealm.PASSWORD)
                    .address()
                    .toString();
            assertThat(answer).startsWith(guide.redirectUri + "?").contains("state=" + encode("x/y+z=="));
            return URLDecoder.decode(answer.replaceFirst(".*[?&]code=([^&]*).*", "$1"), StandardCharsets.UTF_8);
        }
    }

    private JsonNode tokens(TestRealm realm, Guide guide, String endpoint, String form) throws Exception {
        String secret = realm.admin()
                .clients()
                .get(realm.client(guide.template).getId())
                .getSecret()
                .getValue();
        assertThat(secret).as("the secret that Keycloak made up").hasSizeGreaterThan(30);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json");
        if (guide.habits.contains(Habit.BASIC)) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((guide.template + ":" + secret).getBytes(StandardCharsets.UTF_8)));
        } else {
            form += "&client_id=" + guide.template + "&client_secret=" + secret;
        }
        return json(request.POST(HttpRequest.BodyPublishers.ofString(form)).build());
    }

    private JsonNode json(HttpRequest request) throws Exception {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonSerialization.mapper.readTree(response.body());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
