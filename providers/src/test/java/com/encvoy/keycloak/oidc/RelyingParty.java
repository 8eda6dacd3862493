package com.encvoy.keycloak.oidc;

import java.io.IOException;
import java.net.URI;

import org.keycloak.representations.idm.ClientRepresentation;

import com.encvoy.keycloak.server.TestRealm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.PushedAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;

/** A strict application on the Nimbus SDK: code flow with PKCE and nonce, ID tokens fully validated. */
final class RelyingParty {

    static final String SECRET = "secret-of-the-wiki-for-tests";
    static final URI WIKI = URI.create("https://wiki.example.com/login");

    private final OIDCProviderMetadata metadata;
    private final ClientID clientId;
    private final Secret secret;
    private final URI redirectUri;
    private final State state = new State();
    private final Nonce nonce = new Nonce();
    private final CodeVerifier verifier = new CodeVerifier();

    RelyingParty(OIDCProviderMetadata metadata, String clientId, String secret, URI redirectUri) {
        this.metadata = metadata;
        this.clientId = new ClientID(clientId);
        this.secret = new Secret(secret);
        this.redirectUri = redirectUri;
    }

    /**
     * The application {@code wiki}, registered in a realm with a person {@code grace}, which knows the issuer and
     * nothing else.
     */
    static RelyingParty wiki(TestRealm realm, URI issuer) throws GeneralException, IOException {
        realm.person("grace");
        realm.application("wiki", SECRET, WIKI.toString());
        return new RelyingParty(OIDCProviderMetadata.resolve(new Issuer(issuer)), "wiki", SECRET, WIKI);
    }

    /** The same application, allowed hybrid responses: Keycloak asks for its implicit flow. */
    static RelyingParty hybrid(TestRealm realm, URI issuer) throws GeneralException, IOException {
        RelyingParty wiki = wiki(realm, issuer);
        ClientRepresentation client = realm.client("wiki");
        client.setImplicitFlowEnabled(true);
        realm.admin().clients().get(client.getId()).update(client);
        return wiki;
    }

    OIDCProviderMetadata metadata() {
        return metadata;
    }

    URI authorizationRequest() {
        return authorizationRequest(ResponseType.CODE);
    }

    URI authorizationRequest(ResponseType type) {
        return new AuthenticationRequest.Builder(type, new Scope("openid", "profile", "email"), clientId, redirectUri)
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    OIDCTokens exchange(URI answer) throws Exception {
        AuthenticationSuccessResponse success =
                AuthenticationResponseParser.parse(answer).toSuccessResponse();
        if (!state.equals(success.getState())) {
            throw new IllegalStateException("The state was changed to " + success.getState());
        }
        if (metadata.supportsAuthorizationResponseIssuerParam()
                && !metadata.getIssuer().equals(success.getIssuer())) {
            throw new IllegalStateException("The response is of " + success.getIssuer());
        }
        return tokens(new AuthorizationCodeGrant(success.getAuthorizationCode(), redirectUri, verifier));
    }

    OIDCTokens refresh(OIDCTokens tokens) throws Exception {
        return tokens(new RefreshTokenGrant(tokens.getRefreshToken()));
    }

    private OIDCTokens tokens(AuthorizationGrant grant) throws Exception {
        HTTPResponse response = new TokenRequest.Builder(
                        metadata.getTokenEndpointURI(), new ClientSecretBasic(clientId, secret), grant)
                .build()
                .toHTTPRequest()
                .send();
        return OIDCTokenResponse.parse(response).getOIDCTokens();
    }

    /** Refreshed ID tokens carry no nonce, as OpenID Connect Core 1.0, section 12.2, allows. */
    IDTokenClaimsSet validate(OIDCTokens tokens) throws Exception {
        IDTokenValidator validator = new IDTokenValidator(
                metadata.getIssuer(),
                clientId,
                JWSAlgorithm.RS256,
                metadata.getJWKSetURI().toURL());
        boolean hasNonce = tokens.getIDToken().getJWTClaimsSet().getClaim("nonce") != null;
        return validator.validate(tokens.getIDToken(), hasNonce ? nonce : null);
    }

    /** @throws Exception if the token is not one for this application, of the issuer that it knows */
    LogoutTokenClaimsSet validateLogout(String token) throws Exception {
        return new LogoutTokenValidator(
                        metadata.getIssuer(),
                        clientId,
                        JWSAlgorithm.RS256,
                        metadata.getJWKSetURI().toURL())
                .validate(JWTParser.parse(token));
    }

    /** Validates the ID token of a hybrid response. */
    IDTokenClaimsSet validate(JWT idToken) throws Exception {
        return new IDTokenValidator(
                        metadata.getIssuer(),
                        clientId,
                        JWSAlgorithm.RS256,
                        metadata.getJWKSetURI().toURL())
                .validate(idToken, nonce);
    }

    TokenIntrospectionResponse introspect(Token token) throws Exception {
        return TokenIntrospectionResponse.parse(new TokenIntrospectionRequest(
                        metadata.getIntrospectionEndpointURI(), new ClientSecretPost(clientId, secret), token)
                .toHTTPRequest()
                .send());
    }

    /** @return the status of the answer */
    int revoke(Token token) throws Exception {
        return new TokenRevocationRequest(
                        metadata.getRevocationEndpointURI(), new ClientSecretBasic(clientId, secret), token)
                .toHTTPRequest()
                .send()
                .getStatusCode();
    }

    /** The authorization request, sent ahead over the back channel. */
    URI pushedAuthorizationRequest() throws Exception {
        return pushedAuthorizationRequest(null);
    }

    URI pushedAuthorizationRequest(ResponseMode mode) throws Exception {
        AuthorizationRequest request = new AuthorizationRequest.Builder(
                        AuthorizationRequest.parse(authorizationRequest()))
                .responseMode(mode)
                .build();
        PushedAuthorizationSuccessResponse pushed = PushedAuthorizationResponse.parse(new PushedAuthorizationRequest(
                                metadata.getPushedAuthorizationRequestEndpointURI(),
                                new ClientSecretBasic(clientId, secret),
                                request)
                        .toHTTPRequest()
                        .send())
                .toSuccessResponse();
        return new AuthorizationRequest.Builder(pushed.getRequestURI(), clientId)
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .build()
                .toURI();
    }

    URI logoutRequest(JWT idTokenHint, URI returnTo) {
        return new LogoutRequest(
                        metadata.getEndSessionEndpointURI(),
                        idTokenHint,
                        null,
                        idTokenHint == null ? null : clientId,
                        returnTo,
                        returnTo == null ? null : new State("bye"),
                        null)
                .toURI();
    }

    UserInfo userinfo(AccessToken token) throws Exception {
        HTTPResponse response = new UserInfoRequest(metadata.getUserInfoEndpointURI(), token)
                .toHTTPRequest()
                .send();
        return UserInfoResponse.parse(response).toSuccessResponse().getUserInfo();
    }
}
