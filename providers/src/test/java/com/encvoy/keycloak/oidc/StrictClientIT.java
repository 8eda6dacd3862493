package com.encvoy.keycloak.oidc;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A strict, independent library, the Nimbus SDK, at every endpoint that the discovery document names. */
@KeycloakServer
class StrictClientIT {

    private static final URI BYE = URI.create("https://wiki.example.com/bye");

    private final TestServer server;
    private final Browser browser;

    StrictClientIT(TestServer server) {
        this.server = server;
        this.browser = new Browser(server.url());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/oidc", "/realms/strict/api/oidc", ""})
    void everyEndpointOfTheDiscoveryDocumentWorks(String prefix) throws Exception {
        RelyingParty wiki = wiki(prefix);

        OIDCTokens tokens = wiki.exchange(signIn(wiki.authorizationRequest()));
        assertThat(wiki.validate(tokens).getIssuer().getValue())
                .isEqualTo(server.at(prefix).toString());
        assertThat(wiki.userinfo(tokens.getAccessToken()).getEmailAddress()).isEqualTo("grace@example.com");
        TokenIntrospectionSuccessResponse introspected =
                wiki.introspect(tokens.getAccessToken()).toSuccessResponse();
        assertThat(introspected.isActive()).isTrue();
        assertThat(introspected.getIssuer().getValue())
                .isEqualTo(server.at(prefix).toString());
        assertThat(wiki.introspect(tokens.getRefreshToken()).toSuccessResponse().getIssuer())
                .isEqualTo(wiki.metadata().getIssuer());

        OIDCTokens refreshed = wiki.refresh(tokens);
        assertThat(wiki.validate(refreshed).getStringClaim("email")).isEqualTo("grace@example.com");
        assertThat(wiki.validate(refreshed).getStringClaim("name")).isEqualTo("Ada Lovelace");

        assertThat(wiki.revoke(refreshed.getRefreshToken())).isEqualTo(200);
        assertThat(wiki.introspect(refreshed.getAccessToken())
                        .toSuccessResponse()
                        .isActive())
                .isFalse();
        assertThatThrownBy(() -> wiki.refresh(refreshed)).hasMessageContaining("400");
        assertThat(wiki.revoke(refreshed.getRefreshToken())).as("revoked twice").isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/oidc", "/realms/strict/api/oidc", ""})
    void aPushedAuthorizationRequestIsTaken(String prefix) throws Exception {
        RelyingParty wiki = wiki(prefix);

        OIDCTokens tokens = wiki.exchange(signIn(wiki.pushedAuthorizationRequest()));

        assertThat(wiki.validate(tokens).getIssuer().getValue())
                .isEqualTo(server.at(prefix).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/oidc", "/realms/strict/api/oidc", ""})
    void logoutWithAnIdTokenIsDirectAndWithoutAsksThePerson(String prefix) throws Exception {
        RelyingParty wiki = wiki(prefix);
        OIDCTokens tokens = wiki.exchange(signIn(wiki.authorizationRequest()));

        assertThat(browser.open(wiki.logoutRequest(null, null)).pageId()).isEqualTo("login-logout-confirm");
        assertThat(browser.open(wiki.logoutRequest(tokens.getIDToken(), BYE)).address())
                .hasToString(BYE + "?state=bye");
        assertThat(browser.open(wiki.authorizationRequest()).asksWhoItIs())
                .as("signed out")
                .isTrue();
        assertThat(browser.open(wiki.logoutRequest(tokens.getIDToken(), URI.create(BYE + "/elsewhere")))
                        .status())
                .as("an address that is not registered")
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/oidc", "/realms/strict/api/oidc", ""})
    void logoutAsksThePersonWhereNothingNamesTheApplication(String prefix) throws Exception {
        RelyingParty wiki = wiki(prefix);
        signIn(wiki.authorizationRequest());
        String end = wiki.metadata().getEndSessionEndpointURI() + "?post_logout_redirect_uri=" + BYE + "&state=x";

        assertThat(browser.open(URI.create(end)).pageId()).isEqualTo("login-logout-confirm");
        browser.click("kc-logout");

        assertThat(browser.address().getHost()).isEqualTo(server.url().getHost());
        assertThat(browser.text()).doesNotContain(BYE.toString());
        assertThat(browser.open(wiki.authorizationRequest()).asksWhoItIs())
                .as("signed out")
                .isTrue();
    }

    @Test
    void logoutIsPostedWithoutAnApplicationToo() throws Exception {
        RelyingParty wiki = wiki("/api/oidc");
        signIn(wiki.authorizationRequest());

        browser.post(server.at("/api/oidc/session/end"), "post_logout_redirect_uri=" + BYE);

        assertThat(browser.pageId()).isEqualTo("login-logout-confirm");
    }

    @Test
    void logoutFollowsTheAddressOfAnApplicationThatIsNamed() throws Exception {
        RelyingParty wiki = wiki("");
        signIn(wiki.authorizationRequest());
        String end = wiki.metadata().getEndSessionEndpointURI() + "?client_id=wiki&post_logout_redirect_uri=" + BYE;

        browser.open(URI.create(end)).click("kc-logout");

        assertThat(browser.address()).isEqualTo(BYE);
        assertThat(browser.open(URI.create(end)).address())
                .as("nothing is left to be asked")
                .isEqualTo(BYE);
    }

    @Test
    void logoutMayBePostedAtTheRootToo() throws Exception {
        RelyingParty wiki = wiki("/api/oidc");
        OIDCTokens tokens = wiki.exchange(signIn(wiki.authorizationRequest()));

        browser.post(
                server.at("/api/oidc/session/end"),
                wiki.logoutRequest(tokens.getIDToken(), BYE).getRawQuery());

        assertThat(browser.address()).hasToString(BYE + "?state=bye");
    }

    @Test
    void theIdTokenHasEveryClaimOfTheProtocol() throws Exception {
        RelyingParty wiki = wiki("/api/oidc");
        OIDCTokens tokens = wiki.exchange(signIn(wiki.authorizationRequest()));

        var claims = wiki.validate(tokens);
        assertThat(claims.getAuthorizedParty().getValue()).isEqualTo("wiki");
        assertThat(claims.getNonce()).isNotNull();
        assertThat(claims.getAccessTokenHash()).isNotNull();
        assertThat(claims.getAuthenticationTime()).isNotNull();
        assertThat(claims.getSessionID()).isNotNull();
    }

    @Test
    void theTokensOfOthersAreNobodysBusiness() throws Exception {
        RelyingParty wiki = wiki("/api/oidc");
        OIDCTokens tokens = wiki.exchange(signIn(wiki.authorizationRequest()));
        TestRealm.imported(server).application("other", RelyingParty.SECRET, "https://other.example.com/login");
        RelyingParty other = new RelyingParty(
                wiki.metadata(), "other", RelyingParty.SECRET, URI.create("https://other.example.com/login"));

        assertThat(other.introspect(tokens.getAccessToken()).toSuccessResponse().isActive())
                .isFalse();
        assertThat(other.revoke(tokens.getRefreshToken())).isEqualTo(400);
        assertThat(wiki.introspect(tokens.getAccessToken()).toSuccessResponse().isActive())
                .isTrue();
    }

    @Test
    void revocationLeavesThePersonsOtherApplicationsAlone() throws Exception {
        RelyingParty wiki = wiki("/api/oidc");
        OIDCTokens tokens = wiki.exchange(signIn(wiki.authorizationRequest()));
        TestRealm.imported(server).application("other", RelyingParty.SECRET, "https://other.example.com/login");
        RelyingParty other = new RelyingParty(
                wiki.metadata(), "other", RelyingParty.SECRET, URI.create("https://other.example.com/login"));
        OIDCTokens others =
                other.exchange(browser.open(other.authorizationRequest()).address());

        wiki.revoke(tokens.getRefreshToken());

        assertThat(other.refresh(others).getIDToken()).isNotNull();
        assertThat(other.introspect(others.getAccessToken()).toSuccessResponse().isActive())
                .isTrue();
    }

    private URI signIn(URI request) {
        return browser.open(request).signIn("grace", TestRealm.PASSWORD).address();
    }

    private RelyingParty wiki(String prefix) throws Exception {
        TestRealm realm =
                prefix.contains("strict") ? TestRealm.copy(server, "strict", copy -> {}) : TestRealm.imported(server);
        RelyingParty wiki = RelyingParty.wiki(realm, server.at(prefix));
        ClientRepresentation client = realm.client("wiki");
        client.setAttributes(Map.of("post.logout.redirect.uris", BYE.toString()));
        realm.admin().clients().get(client.getId()).update(client);
        return wiki;
    }
}
