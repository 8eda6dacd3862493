package com.encvoy.keycloak.application.editing;

import java.util.List;
import java.util.Map;

import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.access.Caller;

/** An administrator trusts an application that a person created: it no longer asks for consent. */
public final class Trust {

    private final KeycloakSession session;

    public Trust(KeycloakSession session) {
        this.session = session;
    }

    /**
     * @param version {@link ApplicationVersion} of what the administrator has seen, null for any
     * @return why nothing was changed, {@code stale} if it was changed in the meantime; empty if the application is
     *     trusted
     */
    public List<Refusal> grant(Caller caller, ClientModel client, String version) {
        if (!Turn.take(session, "application.save", client.getId())) {
            return List.of(Turn.refusal());
        }
        if (version != null && !version.equals(ApplicationVersion.of(client))) {
            return List.of(Refusal.of("", "stale", "The application has been changed since it was read."));
        }
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
