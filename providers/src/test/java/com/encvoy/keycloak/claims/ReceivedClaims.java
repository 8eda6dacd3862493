package com.encvoy.keycloak.claims;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.Application.Answer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * All claims that the application {@code learner} gets at one login.
 *
 * @param tokens the answer of the token endpoint
 * @param idToken payload of the ID token
 * @param accessToken payload of the access token
 * @param userinfo answer of {@code /me}
 * @param introspection answer about the access token
 * @param refreshedIdToken payload of the ID token after a refresh
 */
record ReceivedClaims(
        JsonNode tokens,
        JsonNode idToken,
        JsonNode accessToken,
        JsonNode userinfo,
        JsonNode introspection,
        JsonNode refreshedIdToken) {

    private static final String REDIRECT_URI = "https://learner.example.com/login";
    private static final String SECRET = "secret-of-the-learner-for-tests";

    static void register(TestRealm realm) {
        realm.application("learner", SECRET, REDIRECT_URI);
    }

    static ReceivedClaims at(TestServer server, TestRealm realm, String username, String scope) {
        URI request = realm.authorization("learner", REDIRECT_URI, "")
                .resolve(realm.authorization("learner", REDIRECT_URI, "")
                        .toString()
                        .replace("scope=openid", "scope=" + encode(scope)));
        try (Browser browser = new Browser(server.url())) {
            String answer = browser.open(request)
                    .signIn(username, TestRealm.PASSWORD)
                    .address()
                    .toString();
            if (!answer.startsWith(REDIRECT_URI + "?")) {
                throw new IllegalStateException("The login failed: " + answer + "\n" + browser.text());
            }
            return learn(application(server, realm), URI.create(answer));
        }
    }

    private static Application application(TestServer server, TestRealm realm) {
        return Application.atEncvoyAddress(server, realm, "learner", SECRET);
    }

    private static ReceivedClaims learn(Application learner, URI answer) {
        JsonNode tokens = json(learner.redeem(answer, REDIRECT_URI));
        String access = tokens.get("access_token").textValue();
        JsonNode refreshed = json(learner.token(
                "refresh_token",
                Map.of("refresh_token", tokens.get("refresh_token").textValue())));
        return new ReceivedClaims(
                tokens,
                Application.claims(tokens.get("id_token").textValue()),
                Application.claims(access),
                json(learner.userinfo(access)),
                json(learner.introspect(access)),
                Application.claims(refreshed.get("id_token").textValue()));
    }

    /** The answer to a refresh that asks for a scope. */
    static JsonNode refresh(TestServer server, TestRealm realm, String refreshToken, String scope) {
        return json(application(server, realm)
                .token("refresh_token", Map.of("refresh_token", refreshToken, "scope", scope)));
    }

    /** Everything that carries claims. */
    List<JsonNode> all() {
        return List.of(idToken, accessToken, userinfo, introspection, refreshedIdToken);
    }

    /** The answers that must contain the same claims. */
    List<JsonNode> released() {
        return List.of(idToken, userinfo, refreshedIdToken);
    }

    private static JsonNode json(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.json();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
