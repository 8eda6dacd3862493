package com.encvoy.keycloak.product;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.Application.Answer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;

import static org.assertj.core.api.Assertions.assertThat;

/** A browser, and the product that it signs in at: requests as this product sends them. */
final class ProductSession implements AutoCloseable {

    private static final String STATE = "x/y+z==";
    private static final String NONCE = "n-0S6_WzA2Mj";
    private static final String VERIFIER = "a-verifier-of-the-tests-that-is-long-enough-for-rfc-7636";
    private static final String CHALLENGE = "i5I6XccOe8s820S0DzL37XPBKcJfnptA3J9k4aEYVpI";

    private final Product product;
    private final Endpoints endpoints;
    private final String secret;
    private final Browser browser;
    private JsonNode tokens;

    ProductSession(TestServer server, TestRealm realm, Product product) {
        this.product = product;
        this.endpoints = Endpoints.of(server.at("/realms/" + realm.name() + "/api/oidc"), product);
        this.secret = realm.admin()
                .clients()
                .get(realm.client(product.clientId()).getId())
                .getSecret()
                .getValue();
        assertThat(secret).as("the secret that Keycloak made up").hasSizeGreaterThan(30);
        this.browser = new Browser(server.url());
    }

    Browser browser() {
        return browser;
    }

    /** @param scope in addition to those that the product asks for */
    Browser open(String scope) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", product.clientId());
        query.put("redirect_uri", product.redirectUri());
        query.put("scope", (product.scope() + " " + scope).strip());
        query.put("state", STATE);
        if (product.does(Habit.VALIDATES)) {
            query.put("nonce", NONCE);
        }
        if (product.does(Habit.CLAIMS)) {
            String claims = "{\"email\":null,\"name\":null,\"quota\":null,\"groups\":null}";
            query.put("claims", "{\"id_token\":" + claims + ",\"userinfo\":" + claims + "}");
        }
        if (product.does(Habit.PKCE)) {
            query.put("code_challenge", CHALLENGE);
            query.put("code_challenge_method", "S256");
        }
        return browser.open(URI.create(endpoints.authorization() + "?" + Form.of(query)));
    }

    /** Signs in without any page between password and product. */
    ProductSession signIn(String username) throws Exception {
        open("").signIn(username, TestRealm.PASSWORD);
        redeem();
        return this;
    }

    /** Redeems the code in the browser's address bar. */
    void redeem() throws Exception {
        String answer = browser.address().toString();
        assertThat(answer).startsWith(product.redirectUri() + "?").contains("state=" + Form.encode(STATE));
        if (product.does(Habit.VALIDATES)) {
            assertThat(answer).contains("iss=" + Form.encode(endpoints.issuer()));
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", answer.replaceFirst(".*[?&]code=([^&]*).*", "$1"));
        form.put("redirect_uri", product.redirectUri());
        if (product.does(Habit.PKCE)) {
            form.put("code_verifier", VERIFIER);
        }
        tokens = ok(post(endpoints.token(), form));
        assertThat(tokens.path("token_type").asText()).isEqualToIgnoringCase("Bearer");
        if (product.does(Habit.VALIDATES)) {
            endpoints.validateIdToken(token("id_token"), product.clientId(), NONCE);
        }
    }

    void refresh() {
        JsonNode refreshed = ok(post(
                endpoints.token(), Map.of("grant_type", "refresh_token", "refresh_token", token("refresh_token"))));
        tokens = ((ObjectNode) tokens).setAll((ObjectNode) refreshed);
    }

    /** What the product learns about the person. */
    JsonNode person() throws Exception {
        ObjectNode person = JsonSerialization.mapper.createObjectNode();
        if (product.does(Habit.ID_TOKEN)) {
            person.setAll((ObjectNode) Application.claims(token("id_token")));
        }
        if (product.does(Habit.USERINFO)) {
            person.setAll((ObjectNode) ok(Application.send(HttpRequest.newBuilder(URI.create(endpoints.userinfo()))
                    .header("Authorization", "Bearer " + token("access_token"))
                    .build())));
        }
        return person;
    }

    /** Userinfo for a product that puts the token into the query of the request. */
    Answer userinfoByQuery() {
        return Application.send(HttpRequest.newBuilder(
                        URI.create(endpoints.userinfo() + "?access_token=" + Form.encode(token("access_token"))))
                .build());
    }

    /** The person logs out of the product, which then shows the given page. */
    Browser logOut(String returnTo) {
        Map<String, String> query = new LinkedHashMap<>();
        if (product.does(Habit.REVOKES)) {
            for (String name : List.of("refresh_token", "access_token")) {
                ok(post(endpoints.revocation(), Map.of("token", token(name), "token_type_hint", name)));
            }
        } else {
            query.put("client_id", product.clientId());
        }
        if (product.does(Habit.LOGS_OUT_BY_ID_TOKEN)) {
            query.put("id_token_hint", token("id_token"));
        }
        query.put("post_logout_redirect_uri", returnTo);
        browser.open(URI.create(endpoints.endOfSession() + "?" + Form.of(query)));
        if (!product.does(Habit.LOGS_OUT_BY_ID_TOKEN)) {
            assertThat(browser.pageId()).isEqualTo("login-logout-confirm");
            browser.click("kc-logout");
        }
        return browser;
    }

    /** A request for a logout where nothing is left to log out of: only the address is checked. */
    Browser returnTo(String address) {
        return browser.open(URI.create(endpoints.endOfSession() + "?"
                + Form.of(Map.of("client_id", product.clientId(), "post_logout_redirect_uri", address))));
    }

    /** @throws Exception if the token is not one of this issuer for this product */
    LogoutTokenClaimsSet validateLogout(String token) throws Exception {
        return endpoints.validateLogout(token, product.clientId());
    }

    private String token(String name) {
        assertThat(tokens.hasNonNull(name)).as(name).isTrue();
        return tokens.get(name).textValue();
    }

    private Answer post(String endpoint, Map<String, String> parameters) {
        Map<String, String> form = new LinkedHashMap<>(parameters);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json");
        if (product.does(Habit.BASIC)) {
            byte[] credentials = (product.clientId() + ":" + secret).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        } else {
            form.put("client_id", product.clientId());
            form.put("client_secret", secret);
        }
        return Application.send(
                request.POST(HttpRequest.BodyPublishers.ofString(Form.of(form))).build());
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
        return answer.json();
    }

    @Override
    public void close() {
        browser.close();
    }
}
