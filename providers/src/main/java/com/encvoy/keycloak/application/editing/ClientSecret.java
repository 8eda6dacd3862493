package com.encvoy.keycloak.application.editing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSecretConstants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.protocol.oidc.OIDCClientSecretConfigWrapper;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.ClientSecretRotationContext;

import com.encvoy.keycloak.access.Caller;

/** The secret of an application. The permission is checked by the caller. */
public final class ClientSecret {

    private final KeycloakSession session;

    /**
     * The result of a replacement. The client has the new secret.
     *
     * @param oldWorksUntil empty if the old secret no longer works: the realm has no rotation of secrets
     * @param refusals why the secret was not replaced; empty if it was
     */
    public record Rotation(Optional<Instant> oldWorksUntil, List<Refusal> refusals) {}

    public ClientSecret(KeycloakSession session) {
        this.session = session;
    }

    /** Generates another secret. As long as the realm's policy says, the old one works beside it. */
    public Rotation rotate(Caller caller, ClientModel client) {
        if (client.isPublicClient() || client.isBearerOnly()) {
            return refused(Refusal.of("", "no_secret", "An application of this kind has no secret."));
        }
        try {
            session.setAttribute(ClientSecretConstants.CLIENT_SECRET_ROTATION_ENABLED, false);
            ClientSecretRotationContext rotation = new ClientSecretRotationContext(
                    ModelToRepresentation.toRepresentation(client, session), client, client.getSecret(), caller.auth());
            KeycloakModelUtils.generateSecret(client);
            session.clientPolicy().triggerOnEvent(rotation);
            ClientUpdate.forgetRotation(session, client);
        } catch (ClientPolicyException e) {
            return refused(ClientUpdate.refuse(session, e));
        }
        caller.event()
                .operation(OperationType.ACTION)
                .resource(ResourceType.CLIENT)
                .resourcePath("clients", client.getId(), "client-secret")
                .success();
        return new Rotation(oldWorksUntil(client), List.of());
    }

    /** Until when the secret before the current one works; empty if it does not. */
    public static Optional<Instant> oldWorksUntil(ClientModel client) {
        OIDCClientSecretConfigWrapper secrets = OIDCClientSecretConfigWrapper.fromClientModel(client);
        // The wrapper's own method has another type in Keycloak 26.6.
        String expires = client.getAttribute(ClientSecretConstants.CLIENT_ROTATED_SECRET_EXPIRATION_TIME);
        return secrets.hasRotatedSecret() && !secrets.isClientRotatedSecretExpired() && expires != null
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(expires)))
                : Optional.empty();
    }

    private static Rotation refused(Refusal refusal) {
        return new Rotation(Optional.empty(), List.of(refusal));
    }
}
