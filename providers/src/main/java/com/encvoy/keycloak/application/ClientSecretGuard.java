package com.encvoy.keycloak.application;

import org.jboss.logging.Logger;
import org.keycloak.authentication.authenticators.client.ClientIdAndSecretAuthenticator;
import org.keycloak.authentication.authenticators.client.JWTClientSecretAuthenticator;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Gives a client a random secret where it would otherwise have one that everybody can know: an empty one, or the text
 * <code>${SENTRY_CLIENT_SECRET}</code>, which Keycloak leaves in place when a realm is imported without that variable.
 * References to a vault (<code>${vault.key}</code>) are real secrets and stay.
 */
public final class ClientSecretGuard implements ProviderEventListener {

    private static final Logger LOG = Logger.getLogger(ClientSecretGuard.class);

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof ClientModel.ClientUpdatedEvent updated) {
            protect(updated.getUpdatedClient());
        } else if (event instanceof RealmModel.RealmPostCreateEvent created) {
            created.getCreatedRealm().getClientsStream().forEach(ClientSecretGuard::protect);
        }
    }

    private static void protect(ClientModel client) {
        if (authenticatesWithSecret(client) && isPublished(client.getSecret())) {
            KeycloakModelUtils.generateSecret(client);
            LOG.warnf("Client '%s' of realm '%s' came without a secret of its own, a random one was generated."
                    + " Read or set it in the admin console: Clients, %s, Credentials.",
                    client.getClientId(), client.getRealm().getName(), client.getClientId());
        }
    }

    private static boolean authenticatesWithSecret(ClientModel client) {
        String authenticator = client.getClientAuthenticatorType();
        return !client.isPublicClient() && !client.isBearerOnly()
                && (ClientIdAndSecretAuthenticator.PROVIDER_ID.equals(authenticator)
                        || JWTClientSecretAuthenticator.PROVIDER_ID.equals(authenticator));
    }

    static boolean isPublished(String secret) {
        return secret != null && (secret.isBlank() || secret.contains("${") && !secret.startsWith("${vault."));
    }
}
