package com.encvoy.keycloak.login;

import com.encvoy.keycloak.membership.Access;

import org.keycloak.OAuthErrorException;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyEvent;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.TokenRefreshResponseContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * Refuses to refresh the tokens of somebody who may no longer use the application, with {@code invalid_grant} (RFC 6749, section
 * 5.2). That is how Sentry learns of it, within a day.
 */
final class AccessExecutor implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {

    static final AccessExecutor INSTANCE = new AccessExecutor();

    @Override
    public String getProviderId() {
        return AccessExecutorFactory.PROVIDER_ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        if (context.getEvent() == ClientPolicyEvent.TOKEN_REFRESH_RESPONSE && context instanceof TokenRefreshResponseContext refresh) {
            AuthenticatedClientSessionModel clientSession = refresh.getClientSession();
            Access access = Access.decide(clientSession.getClient(), clientSession.getUserSession().getUser());
            if (!access.isAllowed()) {
                throw new ClientPolicyException(OAuthErrorException.INVALID_GRANT, "Access withdrawn: " + access.reason());
            }
        }
    }
}
