package com.encvoy.keycloak.oidc;

import java.net.URI;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that Keycloak supports and the Encvoy addresses refuse, because the response would misstate the issuer. */
@KeycloakServer
class UnsupportedRequestIT {

    private final TestServer server;
    private final Browser browser;

    UnsupportedRequestIT(TestServer server) {
        this.server = server;
        this.browser = new Browser(server.url());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private RelyingParty wiki(String prefix) throws Exception {
        return RelyingParty.wiki(TestRealm.imported(server), server.at(prefix));
    }

    private static URI with(URI request, String more) {
        return URI.create(request + more);
    }

    private RelyingParty hybrid(String prefix) throws Exception {
        return RelyingParty.hybrid(TestRealm.imported(server), server.at(prefix));
    }

    private static String issuer(URI response) throws Exception {
        return AuthorizationResponse.parse(response).getIssuer().getValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_token", "token", "id_token token"})
    void namesTheRefusalOfAResponseWithoutACode(String type) throws Exception {
        RelyingParty wiki = hybrid("/api/oidc");

        URI answer = browser.open(URI.create(wiki.authorizationRequest()
                        .toString()
                        .replace("response_type=code", "response_type=" + type.replace(" ", "+"))))
                .address();

        assertThat(answer.getRawFragment()).contains("error=unsupported_response_type", "state=", "iss=");
        assertThat(answer.getRawFragment()).doesNotContain("token=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&response_mode=jwt", "&response_mode=form_post.jwt", "&request=eyJhbGciOiJub25lIn0.e30."})
    void namesTheRefusalOfARequestThatIsNotSupported(String more) throws Exception {
        RelyingParty wiki = wiki("");

        URI answer = browser.open(with(wiki.authorizationRequest(), more)).address();

        assertThat(answer.toString()).startsWith(RelyingParty.WIKI + "?");
        assertThat(AuthorizationResponse.parse(answer)
                        .toErrorResponse()
                        .getErrorObject()
                        .getCode())
                .isEqualTo(more.contains("request=") ? "request_not_supported" : "invalid_request");
        assertThat(issuer(answer)).isEqualTo(server.at("").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwt", "form_post.jwt"})
    void isNotMisstatedForARequestThatWasPushedToKeycloak(String mode) throws Exception {
        RelyingParty keycloaks = new RelyingParty(
                OIDCProviderMetadata.resolve(new Issuer(server.at("/realms/encvoy"))),
                "wiki",
                RelyingParty.SECRET,
                RelyingParty.WIKI);
        RelyingParty wiki = wiki("");
        String pushed =
                keycloaks.pushedAuthorizationRequest(new ResponseMode(mode)).getRawQuery();

        browser.open(URI.create(wiki.metadata().getAuthorizationEndpointURI() + "?" + pushed));

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.address().getHost()).isEqualTo(server.url().getHost());
        assertThat(browser.source()).contains("invalid_request");
    }

    @Test
    void isNeverSentToAnAddressThatIsNotRegistered() throws Exception {
        RelyingParty wiki = wiki("");
        String elsewhere = wiki.authorizationRequest().toString().replace("wiki.example.com", "evil.example.com");

        browser.open(URI.create(elsewhere + "&request=eyJhbGciOiJub25lIn0.e30."));

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.address().getHost()).isEqualTo(server.url().getHost());
    }
}
