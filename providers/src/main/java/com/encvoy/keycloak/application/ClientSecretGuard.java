package com.encvoy.keycloak.application;

import java.util.regex.Pattern;

import org.jboss.logging.Logger;
import org.keycloak.authentication.authenticators.client.ClientIdAndSecretAuthenticator;
import org.keycloak.authentication.authenticators.client.JWTClientSecretAuthenticator;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSecretConstants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.representations.idm.ComponentRepresentation;

/**
 * Generates a random secret for a client that otherwise had a publicly known one: an empty secret, or the text <code>
 * ${SENTRY_CLIENT_SECRET}</code>, which Keycloak leaves in place when a realm is imported without that variable. Keeps
 * references to a vault (<code>${vault.key}</code>), and logs an error if the vault has no such entry.
 */
public final class ClientSecretGuard implements ProviderEventListener {

    private static final Logger LOG = Logger.getLogger(ClientSecretGuard.class);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");

    /** The pattern of Keycloak's vault. */
    private static final Pattern VAULT_REFERENCE = Pattern.compile("\\$\\{vault\\.(.+?)}");

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof ClientModel.ClientUpdatedEvent updated) {
            protect(updated.getKeycloakSession(), updated.getUpdatedClient());
        } else if (event instanceof RealmModel.RealmPostCreateEvent created) {
            created.getCreatedRealm()
                    .getClientsStream()
                    .forEach(client -> protect(created.getKeycloakSession(), client));
        }
    }

    private static void protect(KeycloakSession session, ClientModel client) {
        if (!authenticatesWithSecret(client)) {
            return;
        }
        protectRotated(client);
        String secret = client.getSecret();
        if (isVaultReference(secret)
                && session.vault().getStringSecret(secret).get().isEmpty()) {
            // Not replaced: the vault may only be temporarily unreachable. Until it responds, Keycloak uses the
            // reference itself as the secret.
            LOG.errorf(
                    "The vault has no entry for the secret of client '%s' of realm '%s': anyone who knows the "
                            + "reference can authenticate as this client.",
                    client.getClientId(), client.getRealm().getName());
        } else if (isPublished(secret)) {
            KeycloakModelUtils.generateSecret(client);
            LOG.warnf(
                    "Client '%s' of realm '%s' came without a secret of its own; a random one was generated. "
                            + "View or change it in the admin console: Clients, %s, Credentials.",
                    client.getClientId(), client.getRealm().getName(), client.getClientId());
        }
    }

    private static boolean authenticatesWithSecret(ClientModel client) {
        String authenticator = client.getClientAuthenticatorType();
        return !client.isPublicClient()
                && !client.isBearerOnly()
                && (ClientIdAndSecretAuthenticator.PROVIDER_ID.equals(authenticator)
                        || JWTClientSecretAuthenticator.PROVIDER_ID.equals(authenticator));
    }

    /** Keycloak accepts the secret before the last rotation beside the current one. */
    private static void protectRotated(ClientModel client) {
        if (isPublished(client.getAttribute(ClientSecretConstants.CLIENT_ROTATED_SECRET))) {
            client.removeAttribute(ClientSecretConstants.CLIENT_ROTATED_SECRET);
            LOG.warnf(
                    "Client '%s' of realm '%s' came with a rotated secret that is not a secret; it was removed.",
                    client.getClientId(), client.getRealm().getName());
        }
    }

    /** Whether anyone can know the value: it is blank, a placeholder, or what Keycloak puts in place of secrets. */
    static boolean isPublished(String secret) {
        return secret != null
                && (secret.isBlank()
                        || secret.equals(ComponentRepresentation.SECRET_VALUE)
                        || (PLACEHOLDER.matcher(secret).find() && !isVaultReference(secret)));
    }

    private static boolean isVaultReference(String secret) {
        return secret != null && VAULT_REFERENCE.matcher(secret).matches();
    }
}
