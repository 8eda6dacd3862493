package com.encvoy.keycloak.oidc;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@KeycloakServer
class IssuerIT {

    private final TestServer server;

    IssuerIT(TestServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/oidc", "/realms/encvoy/api/oidc", "", "/realms/encvoy"})
    void documentIssuerIsThePrefixOfItsAddressAndTheIssuerOfIdTokens(String prefix) throws Exception {
        verify(TestRealm.imported(server), server.at(prefix));
    }

    @Test
    void aSecondRealmHasItsOwnPrefixAsIssuer() throws Exception {
        verify(TestRealm.copy(server, "second", realm -> {}), server.at("/realms/second/api/oidc"));
    }

    @Test
    void anApplicationMayExpectTheServerAsItsIssuerAtTheAddressesItWasGiven() throws Exception {
        TestRealm realm = TestRealm.imported(server);
        RelyingParty wiki = RelyingParty.wiki(realm, server.at("/api/oidc"));
        realm.settings("wiki", Map.of("encvoy.issuer", "root"));
        OIDCProviderMetadata given = OIDCProviderMetadata.parse(wiki.metadata()
                .toJSONObject()
                .toJSONString()
                .replace("\"issuer\":\"" + escaped("/api/oidc"), "\"issuer\":\"" + escaped("")));
        wiki = new RelyingParty(given, "wiki", RelyingParty.SECRET, RelyingParty.WIKI);
        assertThat(given.getIssuer().getValue()).isEqualTo(server.at("").toString());

        try (Browser browser = new Browser(server.url())) {
            var tokens = wiki.exchange(browser.open(wiki.authorizationRequest())
                    .signIn("grace", TestRealm.PASSWORD)
                    .address());

            assertThat(wiki.validate(tokens).getIssuer()).isEqualTo(given.getIssuer());
            assertThat(wiki.validate(wiki.refresh(tokens)).getIssuer()).isEqualTo(given.getIssuer());
            assertThat(wiki.introspect(tokens.getAccessToken())
                            .toSuccessResponse()
                            .getIssuer())
                    .isEqualTo(given.getIssuer());
        }
    }

    private String escaped(String path) {
        return server.at(path).toString().replace("/", "\\/");
    }

    @Test
    void onlyTheRootRealmHasTheServerAsAnIssuer() throws Exception {
        TestRealm second = TestRealm.copy(server, "second", realm -> {});
        RelyingParty wiki = RelyingParty.wiki(second, server.at("/realms/second/api/oidc"));
        second.settings("wiki", Map.of("encvoy.issuer", "root"));

        try (Browser browser = new Browser(server.url())) {
            var tokens = wiki.exchange(browser.open(wiki.authorizationRequest())
                    .signIn("grace", TestRealm.PASSWORD)
                    .address());

            assertThat(wiki.validate(tokens).getIssuer())
                    .isEqualTo(wiki.metadata().getIssuer());
            for (String family : List.of("root", "address")) {
                browser.open(server.at("/realms/second/api/oidc/" + family + "/auth"));
                assertThat(browser.status()).isEqualTo(404);
            }
            browser.open(server.at("/realms/encvoy/api/oidc/root/token"));
            assertThat(browser.status()).as("not for browsers").isEqualTo(404);
        }
    }

    @Test
    void signedUserinfoNamesTheIssuer() throws Exception {
        TestRealm realm = TestRealm.imported(server);
        RelyingParty wiki = RelyingParty.wiki(realm, server.at(""));
        realm.settings("wiki", Map.of("user.info.response.signature.alg", "RS256"));
        try (Browser browser = new Browser(server.url())) {
            var tokens = wiki.exchange(browser.open(wiki.authorizationRequest())
                    .signIn("grace", TestRealm.PASSWORD)
                    .address());
            HTTPResponse response = new UserInfoRequest(
                            wiki.metadata().getUserInfoEndpointURI(), tokens.getAccessToken())
                    .toHTTPRequest()
                    .send();
            SignedJWT userinfo = (SignedJWT)
                    UserInfoResponse.parse(response).toSuccessResponse().getUserInfoJWT();

            assertThat(userinfo.getJWTClaimsSet().getIssuer())
                    .isEqualTo(server.at("").toString());
            assertThat(userinfo.getJWTClaimsSet().getAudience()).containsExactly("wiki");
            assertThat(userinfo.getJWTClaimsSet().getStringClaim("email")).isEqualTo("grace@example.com");
            JWK key = JWKSet.load(wiki.metadata().getJWKSetURI().toURL())
                    .getKeyByKeyId(userinfo.getHeader().getKeyID());
            assertThat(userinfo.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        }
    }

    @Test
    void accessAndRefreshTokensKeepTheIssuerOfTheRealm() throws Exception {
        RelyingParty wiki = RelyingParty.wiki(TestRealm.imported(server), server.at("/api/oidc"));
        try (Browser browser = new Browser(server.url())) {
            var tokens = wiki.exchange(browser.open(wiki.authorizationRequest())
                    .signIn("grace", TestRealm.PASSWORD)
                    .address());

            assertThat(SignedJWT.parse(tokens.getAccessToken().getValue())
                            .getJWTClaimsSet()
                            .getIssuer())
                    .isEqualTo(server.at("/realms/encvoy").toString());
            assertThat(wiki.userinfo(tokens.getAccessToken()).getSubject()).isNotNull();
        }
    }

    @Test
    void theRootAliasBelongsToTheRootRealmOnly() {
        assertThatThrownBy(() -> OIDCProviderMetadata.resolve(new Issuer(server.at("/realms/nowhere/api/oidc"))))
                .isInstanceOf(Exception.class);
    }

    private void verify(TestRealm realm, URI prefix) throws Exception {
        RelyingParty wiki = RelyingParty.wiki(realm, prefix);
        assertThat(wiki.metadata().getIssuer().getValue()).isEqualTo(prefix.toString());

        try (Browser browser = new Browser(server.url())) {
            URI answer = browser.open(wiki.authorizationRequest())
                    .signIn("grace", TestRealm.PASSWORD)
                    .address();
            var tokens = wiki.exchange(answer);
            var claims = wiki.validate(tokens);

            assertThat(claims.getIssuer().getValue()).isEqualTo(prefix.toString());
            assertThat(claims.getAudience()).extracting(Object::toString).isEqualTo(List.of("wiki"));
            assertThat(wiki.validate(wiki.refresh(tokens)).getIssuer().getValue())
                    .isEqualTo(prefix.toString());
        }
    }
}
