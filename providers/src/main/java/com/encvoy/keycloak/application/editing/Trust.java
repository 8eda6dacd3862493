package com.encvoy.keycloak.application.editing;

import java.util.List;
import java.util.Map;

import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.access.Caller;

/** An administrator trusts an application that a person made: it no longer asks for consent. */
public final class Trust {

    private final KeycloakSession session;

    public Trust(KeycloakSession session) {
        this.session = session;
    }

    /** @return why nothing was changed; empty if the application is trusted */
    public List<Refusal> grant(Caller caller, ClientModel client) {
        List<Refusal> refusals = new ClientUpdate(session, caller)
                .apply(client, changed -> changed.setConsentRequired(false)).stream()
                        .toList();
        if (refusals.isEmpty()) {
            caller.event()
                    .operation(OperationType.UPDATE)
                    .resource(ResourceType.CLIENT)
                    .resourcePath("clients", client.getId())
                    .representation(Map.of("consentRequired", false))
                    .success();
        }
        return refusals;
    }
}
