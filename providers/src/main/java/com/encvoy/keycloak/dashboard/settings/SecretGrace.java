package com.encvoy.keycloak.dashboard.settings;

import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCClientSecretConfigWrapper;
import org.keycloak.representations.idm.ClientPolicyExecutorRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.executor.ClientSecretRotationExecutorFactory;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Whether a replaced secret keeps working for a while. Keycloak only reveals this after the replacement. Before that,
 * an enabled policy of the realm must require rotation, and the client must carry the mark of such a policy. In case of
 * doubt, the answer is no, so that the page warns.
 */
final class SecretGrace {

    private final KeycloakSession session;
    private final ClientModel client;

    SecretGrace(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.client = client;
    }

    boolean isGiven() {
        return OIDCClientSecretConfigWrapper.fromClientModel(client).hasClientSecretExpirationTime()
                && isPolicyOfRealm();
    }

    private boolean isPolicyOfRealm() {
        try {
            Set<String> profiles =
                    session.clientPolicy().getClientPolicies(client.getRealm(), false).getPolicies().stream()
                            .filter(policy -> Boolean.TRUE.equals(policy.isEnabled()) && policy.getProfiles() != null)
                            .flatMap(policy -> policy.getProfiles().stream())
                            .collect(Collectors.toSet());
            return session.clientPolicy().getClientProfiles(client.getRealm(), true).getProfiles().stream()
                    .filter(profile -> profiles.contains(profile.getName()) && profile.getExecutors() != null)
                    .flatMap(profile -> profile.getExecutors().stream())
                    .anyMatch(SecretGrace::keepsOldSecret);
        } catch (ClientPolicyException e) {
            return false;
        }
    }

    private static boolean keepsOldSecret(ClientPolicyExecutorRepresentation executor) {
        JsonNode period = executor.getConfiguration() == null
                ? null
                : executor.getConfiguration().get(ClientSecretRotationExecutorFactory.SECRET_ROTATED_EXPIRATION_PERIOD);
        return ClientSecretRotationExecutorFactory.PROVIDER_ID.equals(executor.getExecutorProviderId())
                && (period == null || period.asLong() > 0);
    }
}
