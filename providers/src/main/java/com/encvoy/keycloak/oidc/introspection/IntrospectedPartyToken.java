package com.encvoy.keycloak.oidc.introspection;

import org.keycloak.authorization.protection.introspect.RPTIntrospectionProvider;
import org.keycloak.authorization.protection.introspect.RPTIntrospectionProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;

/**
 * Keycloak's introspection of requesting party tokens (UMA 2.0), which contain no user name. By design they are issued
 * to one application and presented to another, so only access is checked. The caller states the token type, so other
 * tokens are checked by their actual type.
 */
final class IntrospectedPartyToken extends RPTIntrospectionProvider {

    private IntrospectedPartyToken(KeycloakSession session) {
        super(session);
    }

    @Override
    protected boolean introspectionChecks(String token) {
        return super.introspectionChecks(token)
                && (this.token.getAuthorization() == null
                        ? IntrospectionRules.allow(session, client, user, eventBuilder)
                        : IntrospectionRules.hasAccess(session, client, user, eventBuilder));
    }

    /** Replaces Keycloak's factory, whose order is 0, in every realm. */
    public static final class Factory extends RPTIntrospectionProviderFactory {

        @Override
        public TokenIntrospectionProvider create(KeycloakSession session) {
            return new IntrospectedPartyToken(session);
        }

        @Override
        public int order() {
            return 1;
        }
    }
}
