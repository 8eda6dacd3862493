package com.encvoy.keycloak.application.editing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.access.Caller;
import com.encvoy.keycloak.application.registration.RegistrationRemedy;

/** Applies a remedy of the check as any other change of an application. The permission is checked by the caller. */
public final class RegistrationFix {

    private RegistrationFix() {}

    /**
     * Applies the remedy with the realm's client policies, and fires an admin event on behalf of the caller.
     *
     * @param remedy of a problem that the check finds now
     * @return why nothing was changed; empty if it was
     */
    public static List<Refusal> apply(
            KeycloakSession session, Caller caller, ClientModel client, RegistrationRemedy remedy) {
        if (!Turn.take(session, "application.save", client.getId())) {
            return List.of(Turn.refusal());
        }
        remedy.apply(session, client);
        Optional<Refusal> refusal = new ClientUpdate(session, caller).apply(client, changed -> {
            // Policies and validation see the client with its remedy.
        });
        if (refusal.isPresent()) {
            return List.of(refusal.get());
        }
        caller.event()
                .operation(OperationType.UPDATE)
                .resource(ResourceType.CLIENT)
                .resourcePath("clients", client.getId())
                .representation(Map.of(remedy.kind().key(), remedy.value()))
                .success();
        return List.of();
    }
}
