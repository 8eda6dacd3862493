package com.encvoy.keycloak.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.util.JsonSerialization;

/** Applications set up as the guides for Encvoy ID say: addresses written down by hand, no discovery. */
@KeycloakServer
class GuidesIT {

    private static final String SECRET = "secret-of-the-guide-for-tests";

    /** Settings of each guide; all five use the paths below {@code /api/oidc}. */
    enum Guide {
        GITLAB("https://gitlab.example.com/users/auth/oauth2_generic/callback", "openid profile email", true, false),
        GRAFANA("https://grafana.example.com/login/generic_oauth", "openid email profile offline_access", true, true),
        NEXTCLOUD("https://cloud.example.com/apps/sociallogin/custom_oidc/encvoy", "openid email profile", false, false),
        ROCKET_CHAT("https://chat.example.com/_oauth/encvoyid", "openid email profile", false, false),
        MOODLE("https://moodle.example.com/admin/oauth2callback.php", "openid profile email offline_access", true, false);

        private final String redirectUri;
        private final String scope;
        private final boolean basic;
        private final boolean userinfoByPost;

        Guide(String redirectUri, String scope, boolean basic, boolean userinfoByPost) {
            this.redirectUri = redirectUri;
            this.scope = scope;
            this.basic = basic;
            this.userinfoByPost = userinfoByPost;
        }
    }

    private final TestServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    GuidesIT(TestServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @EnumSource(Guide.class)
    void anApplicationSetUpByTheGuideSignsAUserIn(Guide guide) throws Exception {
        TestRealm realm = TestRealm.imported(server);
        realm.person("linus");
        realm.application(guide.name(), SECRET, guide.redirectUri);

        JsonNode tokens = exchange(guide, code(guide));
        JsonNode person = userinfo(guide, tokens.get("access_token").textValue());

        assertThat(tokens.get("token_type").textValue()).isEqualToIgnoringCase("Bearer");
        assertThat(tokens.hasNonNull("id_token")).isTrue();
        assertThat(tokens.hasNonNull("refresh_token")).isTrue();
        assertThat(person.get("sub").textValue()).isNotEmpty();
        assertThat(person.get("email").textValue()).isEqualTo("linus@example.com");
        assertThat(person.get("name").textValue()).isEqualTo("Ada Lovelace");
        assertThat(person.get("email_verified").isBoolean()).isTrue();
    }

    private String code(Guide guide) {
        URI request = server.at("/api/oidc/auth?response_type=code&client_id=" + guide.name() + "&redirect_uri="
                + encode(guide.redirectUri) + "&scope=" + encode(guide.scope).replace("+", "%20") + "&state=" + encode("x/y+z=="));
        try (Browser browser = new Browser(server.url())) {
            String answer = browser.open(request).signIn("linus", TestRealm.PASSWORD).address().toString();
            assertThat(answer).startsWith(guide.redirectUri + "?").contains("state=" + encode("x/y+z=="));
            return URLDecoder.decode(answer.replaceFirst(".*[?&]code=([^&]*).*", "$1"), StandardCharsets.UTF_8);
        }
    }

    private JsonNode exchange(Guide guide, String code) throws Exception {
        String form = "grant_type=authorization_code&code=" + encode(code) + "&redirect_uri=" + encode(guide.redirectUri);
        HttpRequest.Builder request = HttpRequest.newBuilder(server.at("/api/oidc/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").header("Accept", "application/json");
        if (guide.basic) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                    (guide.name() + ":" + SECRET).getBytes(StandardCharsets.UTF_8)));
        } else {
            form += "&client_id=" + guide.name() + "&client_secret=" + SECRET;
        }
        return json(request.POST(HttpRequest.BodyPublishers.ofString(form)).build());
    }

    private JsonNode userinfo(Guide guide, String accessToken) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.at("/api/oidc/me"));
        if (guide.userinfoByPost) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("access_token=" + accessToken));
        } else {
            request.header("Authorization", "Bearer " + accessToken);
        }
        return json(request.build());
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
