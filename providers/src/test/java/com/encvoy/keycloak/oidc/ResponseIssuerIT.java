package com.encvoy.keycloak.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;

import static org.assertj.core.api.Assertions.assertThat;

/** The issuer in authorization responses (RFC 9207), as the discovery document announces it. */
@KeycloakServer
class ResponseIssuerIT {

    private final TestServer server;
    private final Browser browser;

    ResponseIssuerIT(TestServer server) {
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

    private RelyingParty hybrid(String prefix) throws Exception {
        RelyingParty wiki = wiki(prefix);
        TestRealm realm = TestRealm.imported(server);
        ClientRepresentation client = realm.client("wiki");
        client.setImplicitFlowEnabled(true);
        realm.admin().clients().get(client.getId()).update(client);
        return wiki;
    }

    private static URI with(URI request, String more) {
        return URI.create(request + more);
    }

    private URI signIn(URI request) {
        return browser.open(request).signIn("grace", TestRealm.PASSWORD).address();
    }

    static Stream<String> prefixes() {
        return Stream.of("/api/oidc", "/realms/encvoy/api/oidc", "");
    }

    private static String issuer(URI response) throws Exception {
        return AuthorizationResponse.parse(response).getIssuer().getValue();
    }

    @ParameterizedTest
    @MethodSource("prefixes")
    void isTheDocumentsInEveryWayToAnswer(String prefix) throws Exception {
        RelyingParty wiki = wiki(prefix);
        String issuer = server.at(prefix).toString();

        assertThat(wiki.metadata().supportsAuthorizationResponseIssuerParam()).isTrue();
        assertThat(issuer(signIn(wiki.authorizationRequest()))).isEqualTo(issuer);
        assertThat(issuer(browser.open(wiki.authorizationRequest()).address()))
                .as("signed in silently")
                .isEqualTo(issuer);
        assertThat(issuer(browser.open(with(wiki.authorizationRequest(), "&prompt=none"))
                        .address()))
                .as("without a page")
                .isEqualTo(issuer);
        assertThat(browser.open(with(wiki.authorizationRequest(), "&response_mode=fragment"))
                        .address()
                        .getRawFragment())
                .as("in the fragment")
                .contains("iss=" + URI.create(issuer).getScheme() + "%3A");
        assertThat(issuer(browser.open(wiki.pushedAuthorizationRequest()).address()))
                .as("pushed")
                .isEqualTo(issuer);
        assertThat(issuer(browser.open(with(wiki.authorizationRequest(), "&code_challenge_method=nonsense"))
                        .address()))
                .as("an invalid request")
                .isEqualTo(issuer);
        try (Browser stranger = new Browser(server.url())) {
            assertThat(issuer(stranger.open(with(wiki.authorizationRequest(), "&prompt=none"))
                            .address()))
                    .as("login_required")
                    .isEqualTo(issuer);
        }
    }

    @ParameterizedTest
    @MethodSource("prefixes")
    void standsInAFormToo(String prefix) throws Exception {
        RelyingParty wiki = wiki(prefix);
        URI request = with(wiki.authorizationRequest(), "&response_mode=form_post");

        browser.open(request).signIn("grace", TestRealm.PASSWORD);
        assertThat(browser.value("iss")).isEqualTo(server.at(prefix).toString());
        assertThat(browser.value("code")).isNotEmpty();

        browser.open(with(request, "&code_challenge_method=nonsense"));
        assertThat(browser.value("error")).isEqualTo("invalid_request");
        assertThat(browser.value("iss")).isEqualTo(server.at(prefix).toString());

        try (Browser stranger = new Browser(server.url())) {
            stranger.open(with(request, "&prompt=none"));
            assertThat(stranger.value("error")).isEqualTo("login_required");
            assertThat(stranger.value("iss")).isEqualTo(server.at(prefix).toString());
        }
    }

    @Test
    void isKeptByALoginThatStartedOver() throws Exception {
        RelyingParty wiki = wiki("");
        browser.open(wiki.authorizationRequest());
        server.moveClock(Duration.ofHours(1).toSeconds());
        try {
            browser.identify("grace");
            assertThat(browser.asksWhoItIs())
                    .as("the login has expired and started over")
                    .isTrue();
            assertThat(issuer(browser.signIn("grace", TestRealm.PASSWORD).address()))
                    .isEqualTo(server.at("").toString());
        } finally {
            server.moveClock(0);
        }
    }

    @Test
    void isKnownToALoginThatHasEndedInAnotherTab() throws Exception {
        RelyingParty wiki = wiki("/api/oidc");
        browser.open(wiki.authorizationRequest());
        String action = browser.html().getElementById("kc-form-login").getAttribute("action");
        browser.signIn("grace", TestRealm.PASSWORD);

        URI response = browser.open(URI.create(action)).address();

        assertThat(response.toString()).startsWith(RelyingParty.WIKI + "?").contains("error=temporarily_unavailable");
        assertThat(issuer(response)).isEqualTo(server.at("/api/oidc").toString());
    }

    @Test
    void isLeftOutWhereAnAdministratorExcludesIt() throws Exception {
        RelyingParty wiki = wiki("/api/oidc");
        TestRealm.imported(server).settings("wiki", Map.of("exclude.issuer.from.auth.response", "true"));

        assertThat(signIn(wiki.authorizationRequest()).toString())
                .contains("code=")
                .doesNotContain("iss=");
    }

    @Test
    void isKeycloaksOwnAtKeycloaksOwnEndpoint() throws Exception {
        RelyingParty wiki = wiki("");
        signIn(wiki.authorizationRequest());

        RelyingParty keycloaks = new RelyingParty(
                OIDCProviderMetadata.resolve(new Issuer(server.at("/realms/encvoy"))),
                "wiki",
                RelyingParty.SECRET,
                RelyingParty.WIKI);
        URI response = browser.open(keycloaks.authorizationRequest()).address();

        assertThat(issuer(response)).isEqualTo(server.at("/realms/encvoy").toString());
        OIDCTokens tokens = keycloaks.exchange(response);
        assertThat(keycloaks.validate(tokens).getIssuer())
                .isEqualTo(keycloaks.metadata().getIssuer());
    }

    @ParameterizedTest
    @MethodSource("prefixes")
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
        assertThat(browser.text()).contains("invalid_request");
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
