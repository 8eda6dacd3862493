package com.encvoy.keycloak.application.editing;

import java.util.Optional;
import java.util.function.Consumer;

import org.keycloak.client.clienttype.ClientTypeException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSecretConstants;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.protocol.oidc.OIDCClientSecretConfigWrapper;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AdminClientUpdateContext;
import org.keycloak.services.clientpolicy.context.AdminClientUpdatedContext;
import org.keycloak.validation.ValidationUtil;

import com.encvoy.keycloak.access.Caller;

/**
 * Changes a client as Keycloak's admin API does, on behalf of people who are not administrators: with the realm's
 * client policies and Keycloak's validation.
 */
final class ClientUpdate {

    private final KeycloakSession session;
    private final Caller caller;

    ClientUpdate(KeycloakSession session, Caller caller) {
        this.session = session;
        this.caller = caller;
    }

    /** @return why the client was not changed; the transaction is rolled back then */
    Optional<Refusal> apply(ClientModel client, Consumer<ClientRepresentation> change) {
        ClientRepresentation changed = ModelToRepresentation.toRepresentation(client, session);
        // Told to the admin console, not stored.
        changed.getAttributes().remove(Constants.REALM_CLIENT);
        change.accept(changed);
        try {
            session.setAttribute(ClientSecretConstants.CLIENT_SECRET_ROTATION_ENABLED, false);
            session.clientPolicy().triggerOnEvent(new AdminClientUpdateContext(changed, client, caller.auth()));
            RepresentationToModel.updateClient(changed, client, session);
            Optional<Refusal> invalid = validate(session, client, false);
            if (invalid.isEmpty()) {
                session.clientPolicy().triggerOnEvent(new AdminClientUpdatedContext(changed, client, caller.auth()));
                forgetRotation(session, client);
            }
            return invalid;
        } catch (ClientPolicyException e) {
            return Optional.of(refuse(session, e));
        } catch (ClientTypeException | ModelValidationException e) {
            return Optional.of(refuse(session, "keycloak", e.getMessage()));
        }
    }

    /** As the admin API does where no policy asks for a rotation of secrets. */
    static void forgetRotation(KeycloakSession session, ClientModel client) {
        if (!Boolean.TRUE.equals(session.getAttribute(ClientSecretConstants.CLIENT_SECRET_ROTATION_ENABLED))) {
            OIDCClientSecretConfigWrapper.fromClientModel(client).removeClientSecretRotationInfo();
        }
        session.removeAttribute(ClientSecretConstants.CLIENT_SECRET_ROTATION_ENABLED);
    }

    /** Keycloak's own validation of a client. */
    static Optional<Refusal> validate(KeycloakSession session, ClientModel client, boolean created) {
        Refusal[] refusal = new Refusal[1];
        ValidationUtil.validateClient(
                session,
                client,
                created,
                result -> refusal[0] = refuse(session, "keycloak", result.getAllErrorsAsString()));
        return Optional.ofNullable(refusal[0]);
    }

    static Refusal refuse(KeycloakSession session, ClientPolicyException e) {
        return refuse(session, "client_policy", e.getErrorDetail());
    }

    static Refusal refuse(KeycloakSession session, String code, String detail) {
        session.getTransactionManager().setRollbackOnly();
        String why = String.valueOf(detail);
        return Refusal.of("", code, "Keycloak refuses the change: " + why + ".", why);
    }
}
