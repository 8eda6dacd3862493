package com.encvoy.keycloak.oidc;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.htmlunit.html.HtmlInlineFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.LogoutReceiver;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;

import static org.assertj.core.api.Assertions.assertThat;

/** Logout that reaches applications: by a token on the back channel, or by a frame on the logout page. */
@KeycloakServer
class LogoutTokenIT {

    private final TestServer server;
    private final TestRealm realm;
    private final Browser browser;
    private final LogoutReceiver receiver = new LogoutReceiver();

    LogoutTokenIT(TestServer server) throws Exception {
        this.server = server;
        this.realm = TestRealm.imported(server);
        this.browser = new Browser(server.url());
    }

    @AfterEach
    void close() {
        browser.close();
        receiver.close();
    }

    private RelyingParty wiki(String prefix, Map<String, String> attributes) throws Exception {
        RelyingParty wiki = RelyingParty.wiki(realm, server.at(prefix));
        realm.settings("wiki", attributes);
        return wiki;
    }

    private RelyingParty notified(String prefix) throws Exception {
        return wiki(
                prefix,
                Map.of(
                        "backchannel.logout.url",
                        receiver.address().toString(),
                        "backchannel.logout.session.required",
                        "true"));
    }

    private OIDCTokens signIn(RelyingParty wiki) throws Exception {
        return wiki.exchange(browser.open(wiki.authorizationRequest())
                .signIn("grace", TestRealm.PASSWORD)
                .address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/oidc", "/realms/encvoy/api/oidc", "", "/realms/encvoy"})
    void namesTheIssuerThePersonAndTheSessionOfTheIdToken(String prefix) throws Exception {
        RelyingParty wiki = notified(prefix);
        assertThat(wiki.metadata().supportsBackChannelLogout()).isTrue();
        assertThat(wiki.metadata().supportsBackChannelLogoutSession()).isTrue();
        OIDCTokens tokens = signIn(wiki);
        IDTokenClaimsSet known = wiki.validate(tokens);

        browser.open(wiki.logoutRequest(tokens.getIDToken(), null));

        LogoutTokenClaimsSet logout = wiki.validateLogout(receiver.token());
        assertThat(logout.getSubject()).isEqualTo(known.getSubject());
        assertThat(logout.getSessionID()).isEqualTo(known.getSessionID());
    }

    @Test
    void isSentWhenAnAdministratorEndsTheSession() throws Exception {
        RelyingParty wiki = notified("");
        IDTokenClaimsSet known = wiki.validate(signIn(wiki));

        realm.admin().users().get(known.getSubject().getValue()).logout();

        assertThat(wiki.validateLogout(receiver.token()).getSessionID()).isEqualTo(known.getSessionID());
    }

    @Test
    void namesTheSubjectOfAPersonWhoMovedIn() throws Exception {
        RelyingParty wiki = notified("/api/oidc");
        realm.person("grace", person -> person.singleAttribute("encvoy_sub", "4711"));
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("moved people");
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("encvoy-subject-mapper");
        String id = realm.client("wiki").getId();
        realm.admin()
                .clients()
                .get(id)
                .getProtocolMappers()
                .createMapper(mapper)
                .close();
        IDTokenClaimsSet known = wiki.validate(signIn(wiki));
        assertThat(known.getSubject().getValue()).isEqualTo("4711");

        browser.open(wiki.logoutRequest(null, null)).click("kc-logout");

        assertThat(wiki.validateLogout(receiver.token()).getSubject()).isEqualTo(known.getSubject());
    }

    @Test
    void followsTheAddressOfTheLastIdToken() throws Exception {
        RelyingParty wiki = notified("");
        signIn(wiki);
        RelyingParty keycloaks = new RelyingParty(
                OIDCProviderMetadata.resolve(new Issuer(server.at("/realms/encvoy"))),
                "wiki",
                RelyingParty.SECRET,
                RelyingParty.WIKI);
        OIDCTokens tokens = keycloaks.exchange(
                browser.open(keycloaks.authorizationRequest()).address());

        browser.open(keycloaks.logoutRequest(tokens.getIDToken(), null));

        assertThat(keycloaks.validateLogout(receiver.token()).getIssuer())
                .isEqualTo(keycloaks.metadata().getIssuer());
    }

    @Test
    void namesTheIssuerOfEachApplicationOnThePageOfALogout() throws Exception {
        Map<String, String> frames = Map.of(
                "frontchannel.logout.session.required", "true",
                "frontchannel.logout.url", "https://wiki.example.com/bye?iss=old&x=1");
        RelyingParty wiki = wiki("", frames);
        showFrames("wiki");
        OIDCTokens tokens = signIn(wiki);
        realm.application("other", RelyingParty.SECRET, "https://other.example.com/login");
        realm.settings(
                "other",
                Map.of(
                        "frontchannel.logout.session.required", "true",
                        "frontchannel.logout.url", "https://other.example.com/bye"));
        showFrames("other");
        RelyingParty other = new RelyingParty(
                OIDCProviderMetadata.resolve(new Issuer(server.at("/realms/encvoy"))),
                "other",
                RelyingParty.SECRET,
                URI.create("https://other.example.com/login"));
        other.exchange(browser.open(other.authorizationRequest()).address());

        browser.open(wiki.logoutRequest(tokens.getIDToken(), null));

        String sid = wiki.validate(tokens).getSessionID().getValue();
        List<String> addresses = browser.html().getByXPath("//iframe").stream()
                .map(frame -> ((HtmlInlineFrame) frame).getSrcAttribute())
                .toList();
        assertThat(addresses)
                .anySatisfy(address -> assertThat(address)
                        .startsWith("https://wiki.example.com/bye?")
                        .contains("x=1", "sid=" + sid, "iss=" + server.at("").getScheme())
                        .doesNotContain("iss=old", "realms"))
                .anySatisfy(address -> assertThat(address)
                        .startsWith("https://other.example.com/bye?")
                        .contains("sid=" + sid, "realms"));
        assertThat(wiki.metadata().supportsFrontChannelLogout()).isTrue();
        assertThat(wiki.metadata().supportsFrontChannelLogoutSession()).isTrue();
    }

    private void showFrames(String clientId) {
        ClientRepresentation client = realm.client(clientId);
        client.setFrontchannelLogout(true);
        realm.admin().clients().get(client.getId()).update(client);
    }
}
