package com.encvoy.keycloak.oidc.introspection;

import org.keycloak.authorization.protection.introspect.RPTIntrospectionProvider;
import org.keycloak.authorization.protection.introspect.RPTIntrospectionProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;

/**
 * Keycloak's introspection of requesting party tokens (UMA 2.0), which names nobody. They are issued to one application
 * and shown to another by design, so that only access is asked for. The caller names the kind of the token: any other
 * kind is judged as what it is.
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

    /** Takes the place of Keycloak's, which has no order, in every realm. */
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
