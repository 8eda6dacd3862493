package com.encvoy.keycloak.access;

import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.UserConsentManager;

/** What a person agreed to share with an application that asks for consent. Without consent, nothing at all. */
public final class ConsentedScopes {

    private final ClientModel client;
    private final UserConsentModel consent;

    public ConsentedScopes(KeycloakSession session, ClientModel client, UserModel person) {
        this.client = client;
        this.consent = UserConsentManager.getConsentByClient(session, client.getRealm(), person, client.getId());
    }

    /** Whether the application may learn anything. Otherwise the person would be asked for consent again. */
    public boolean suffices() {
        return consent != null
                && client.getClientScopes(true).values().stream()
                        .filter(ClientScopeModel::isDisplayOnConsentScreen)
                        .allMatch(consent::isClientScopeGranted);
    }

    /** The names of the scopes; none without consent. */
    public Set<String> names() {
        return consent == null
                ? Set.of()
                : consent.getGrantedClientScopes().stream()
                        .map(ClientScopeModel::getName)
                        .collect(Collectors.toSet());
    }
}
