package com.encvoy.keycloak.oidc;

import java.net.URI;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** Hybrid responses (OpenID Connect Core 1.0, section 3.3). */
@KeycloakServer
class HybridResponseIT {

    private final TestServer server;
    private final Browser browser;

    HybridResponseIT(TestServer server) {
        this.server = server;
        this.browser = new Browser(server.url());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private RelyingParty hybrid(String prefix) throws Exception {
        return RelyingParty.hybrid(TestRealm.imported(server), server.at(prefix));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/oidc", "/realms/encvoy/api/oidc", ""})
    void isTheOneOfAHybridResponseAndItsTokens(String prefix) throws Exception {
        RelyingParty wiki = hybrid(prefix);
        for (String type : new String[] {"code id_token", "code token", "code id_token token"}) {
            ResponseType response = ResponseType.parse(type);
            assertThat(wiki.metadata().getResponseTypes()).contains(response);

            URI request = wiki.authorizationRequest(response);
            URI answer = browser.open(request).asksWhoItIs()
                    ? browser.signIn("grace", TestRealm.PASSWORD).address()
                    : browser.address();

            AuthenticationSuccessResponse success =
                    AuthenticationResponseParser.parse(answer).toSuccessResponse();
            assertThat(success.getIssuer()).isEqualTo(wiki.metadata().getIssuer());
            if (success.getIDToken() != null) {
                assertThat(wiki.validate(success.getIDToken()).getCodeHash()).isNotNull();
            }
            if (success.getAccessToken() != null) {
                assertThat(wiki.userinfo(success.getAccessToken()).getEmailAddress())
                        .isEqualTo("grace@example.com");
            }
            assertThat(wiki.validate(wiki.exchange(answer)).getIssuer())
                    .isEqualTo(wiki.metadata().getIssuer());
        }
    }
}
