package com.encvoy.keycloak.product;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;

import com.encvoy.keycloak.server.Application;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;

import static org.assertj.core.api.Assertions.assertThat;

/** The addresses that a product was given, or has looked up. */
record Endpoints(
        String issuer,
        String authorization,
        String token,
        String userinfo,
        String endOfSession,
        String revocation,
        URL keys) {

    static Endpoints of(URI prefix, Product product) {
        try {
            if (!product.does(Habit.DISCOVERY)) {
                return new Endpoints(
                        prefix.toString(),
                        prefix + "/auth",
                        prefix + "/token",
                        prefix + "/me",
                        prefix + "/session/end",
                        prefix + "/token/revocation",
                        new URL(prefix + "/jwks"));
            }
            JsonNode document = Application.send(
                            HttpRequest.newBuilder(URI.create(prefix + "/.well-known/openid-configuration"))
                                    .build())
                    .json();
            assertThat(document.path("issuer").asText()).isEqualTo(prefix.toString());
            assertThat(document.path("backchannel_logout_supported").asBoolean())
                    .isTrue();
            return new Endpoints(
                    document.get("issuer").asText(),
                    document.get("authorization_endpoint").asText(),
                    document.get("token_endpoint").asText(),
                    document.get("userinfo_endpoint").asText(),
                    document.get("end_session_endpoint").asText(),
                    document.get("revocation_endpoint").asText(),
                    new URL(document.get("jwks_uri").asText()));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** @throws Exception if the token is not one of this issuer for this client and this request */
    void validateIdToken(String token, String clientId, String nonce) throws Exception {
        new IDTokenValidator(new Issuer(issuer), new ClientID(clientId), JWSAlgorithm.RS256, keys)
                .validate(JWTParser.parse(token), new Nonce(nonce));
    }

    /** @throws Exception if the token is not one of this issuer for this client */
    LogoutTokenClaimsSet validateLogout(String token, String clientId) throws Exception {
        return new LogoutTokenValidator(new Issuer(issuer), new ClientID(clientId), JWSAlgorithm.RS256, keys)
                .validate(JWTParser.parse(token));
    }
}
