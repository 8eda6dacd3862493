package com.encvoy.keycloak.install.thing;

import java.util.List;

import com.encvoy.keycloak.admin.AdminRealm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A role of the realm or of a client. The roles that it contains are things of their own. */
final class RoleThing implements Thing {

    private static final List<String> MEMBERS = List.of("name", "description", "attributes");

    private final RealmState realm;
    private final String clientId;
    private final String name;

    /** @param clientId client ID, empty for a role of the realm */
    RoleThing(RealmState realm, String clientId, String name) {
        this.realm = realm;
        this.clientId = clientId;
        this.name = name;
    }

    static JsonNode form(JsonNode role) {
        return Canonical.of(role, MEMBERS);
    }

    private String list() {
        return clientId.isEmpty()
                ? "/roles"
                : "/clients/"
                        + realm.client(clientId)
                                .map(client -> client.path("id").asText())
                                .orElse("-")
                        + "/roles";
    }

    String path() {
        return list() + "/" + AdminRealm.encoded(name);
    }

    @Override
    public JsonNode present() {
        JsonNode role = realm.get(path());
        return role.isMissingNode() ? role : form(role);
    }

    @Override
    public void make(JsonNode body) {
        ObjectNode role = body.deepCopy();
        role.remove(List.of("composites", "composite"));
        realm.post(list(), role);
    }

    @Override
    public void change(JsonNode form) {
        ObjectNode role = realm.get(path()).deepCopy();
        role.setAll((ObjectNode) form);
        realm.put(path(), role);
    }

    @Override
    public void remove() {
        realm.delete(path());
    }
}
