package com.encvoy.keycloak.oidc.introspection;

import jakarta.ws.rs.core.Response;

import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;

/** Keycloak's introspection of refresh tokens, with {@link IntrospectionRules} applied at every address. */
final class IntrospectedRefreshToken extends RefreshTokenIntrospectionProvider {

    private IntrospectedRefreshToken(KeycloakSession session) {
        super(session);
    }

    @Override
    protected boolean introspectionChecks(String token) {
        return super.introspectionChecks(token) && IntrospectionRules.allow(session, client, user, eventBuilder);
    }

    @Override
    public Response introspect(String token, EventBuilder event) {
        Response answer = super.introspect(token, event);
        return IntrospectionRules.withoutPrivateLogin(session, userSession, answer);
    }

    @Override
    public AccessToken transformAccessToken(AccessToken token, UserSessionModel userSession) {
        return IntrospectionRules.withIssuer(session, super.transformAccessToken(token, userSession));
    }

    /** Replaces Keycloak's factory, whose order is 0, in every realm. */
    public static final class Factory extends RefreshTokenIntrospectionProviderFactory {

        @Override
        public TokenIntrospectionProvider create(KeycloakSession session) {
            return new IntrospectedRefreshToken(session);
        }

        @Override
        public int order() {
            return 1;
        }
    }
}
