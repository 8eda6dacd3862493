package com.encvoy.keycloak.oidc.introspection;

import jakarta.ws.rs.core.Response;

import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;

/** Keycloak's introspection of refresh tokens, with the rules of {@link IntrospectionRules}, at every address. */
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

    /** Takes the place of Keycloak's, which has no order, in every realm. */
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
