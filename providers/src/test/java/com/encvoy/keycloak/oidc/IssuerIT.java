package com.encvoy.keycloak.oidc;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.Issuer;
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
    @ValueSource(strings = {"/api/oidc", "/realms/encvoy/api/oidc", "/realms/encvoy"})
    void documentIssuerIsThePrefixOfItsAddressAndTheIssuerOfIdTokens(String prefix) throws Exception {
        verify(TestRealm.imported(server), server.at(prefix));
    }

    @Test
    void aSecondRealmHasItsOwnPrefixAsIssuer() throws Exception {
        verify(TestRealm.copy(server, "second", realm -> {}), server.at("/realms/second/api/oidc"));
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
