package com.encvoy.keycloak.movein.realm;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.encvoy.keycloak.admin.AdminRealm;
import com.fasterxml.jackson.databind.JsonNode;

/** The ids of clients and of their roles, which Keycloak requires to grant a role to an existing person. */
final class ApplicationIds {

    private final AdminRealm realm;
    private final Map<String, String> clients = new HashMap<>();
    private final Map<String, JsonNode> roles = new HashMap<>();

    ApplicationIds(AdminRealm realm) {
        this.realm = realm;
    }

    synchronized Optional<String> client(String clientId) {
        return Optional.ofNullable(clients.computeIfAbsent(clientId, name -> {
            JsonNode found = realm.get("/clients?clientId=" + AdminRealm.encoded(name));
            return found.isEmpty() ? null : found.path(0).path("id").asText();
        }));
    }

    synchronized Optional<JsonNode> role(String clientId, String role) {
        Optional<String> client = client(clientId);
        return client.map(id -> roles.computeIfAbsent(clientId + ' ' + role, name -> {
            JsonNode found = realm.get("/clients/" + id + "/roles/" + AdminRealm.encoded(role));
            return found.isMissingNode() ? null : found;
        }));
    }

    synchronized void forget(String clientId) {
        clients.remove(clientId);
    }
}
