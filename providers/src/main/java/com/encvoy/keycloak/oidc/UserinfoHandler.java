package com.encvoy.keycloak.oidc;

import java.io.IOException;

import jakarta.ws.rs.core.Response;

import org.keycloak.OAuth2Constants;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSBuilder;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.endpoints.UserInfoEndpoint;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.oidc.issuer.IssuerAddress;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Handles requests to the userinfo endpoint by means of Keycloak's. */
final class UserinfoHandler {

    private final KeycloakSession session;
    private final IssuerAddress address;

    UserinfoHandler(KeycloakSession session, IssuerAddress address) {
        this.session = session;
        this.address = address;
    }

    Response answer(boolean post) {
        UserInfoEndpoint keycloak = new UserInfoEndpoint(session, new TokenManager());
        Response response = post ? keycloak.issueUserInfoPost() : keycloak.issueUserInfoGet();
        return response.getEntity() instanceof String jwt ? signed(response, jwt) : response;
    }

    /** A signed response names its issuer (OpenID Connect Core 1.0, section 5.3.2); an encrypted one is left alone. */
    private Response signed(Response response, String jwt) {
        JWSInput keycloaks;
        try {
            keycloaks = new JWSInput(jwt);
        } catch (JWSInputException e) {
            return response;
        }
        try {
            ObjectNode claims = (ObjectNode) JsonSerialization.mapper.readTree(keycloaks.getContent());
            claims.put(
                    OAuth2Constants.ISSUER,
                    address.issuerFor(session.getContext().getClient()));
            SignatureProvider signature = session.getProvider(
                    SignatureProvider.class, keycloaks.getHeader().getRawAlgorithm());
            String ours = new JWSBuilder()
                    .type(keycloaks.getHeader().getType())
                    .jsonContent(claims)
                    .sign(signature.signer());
            return Response.fromResponse(response).entity(ours).build();
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak's userinfo response could not be parsed", e);
        }
    }
}
