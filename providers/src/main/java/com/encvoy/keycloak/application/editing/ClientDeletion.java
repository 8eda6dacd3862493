package com.encvoy.keycloak.application.editing;

import java.util.List;
import java.util.Map;

import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AdminClientUnregisterContext;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.services.managers.RealmManager;

import com.encvoy.keycloak.access.Caller;

/** Deletes an application with its roles, invitations and sessions. The permission is checked by the caller. */
public final class ClientDeletion {

    private final KeycloakSession session;

    public ClientDeletion(KeycloakSession session) {
        this.session = session;
    }

    /** @return why nothing was deleted; empty if the application is gone */
    public List<Refusal> delete(Caller caller, ClientModel client) {
        String id = client.getId();
        Map<String, String> deleted = Map.of("id", id, "clientId", client.getClientId());
        try {
            session.clientPolicy().triggerOnEvent(new AdminClientUnregisterContext(client, caller.auth()));
        } catch (ClientPolicyException e) {
            return List.of(ClientUpdate.refuse(session, e));
        }
        if (!new ClientManager(new RealmManager(session)).removeClient(caller.realm(), client)) {
            return List.of(Refusal.of("", "internal_client", "Keycloak needs this client."));
        }
        caller.event()
                .operation(OperationType.DELETE)
                .resource(ResourceType.CLIENT)
                .resourcePath("clients", id)
                .representation(deleted)
                .success();
        return List.of();
    }
}
