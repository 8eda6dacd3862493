package com.encvoy.keycloak.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
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
}
