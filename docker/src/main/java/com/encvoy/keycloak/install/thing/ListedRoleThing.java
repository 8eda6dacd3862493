package com.encvoy.keycloak.install.thing;

import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;

/** The membership of a role in a list: of the roles that a composite role contains, or that a client may use. */
final class ListedRoleThing implements Thing {

    private final RealmState realm;
    private final Supplier<String> list;
    private final RoleThing role;

    private ListedRoleThing(RealmState realm, Supplier<String> list, RoleThing role) {
        this.realm = realm;
        this.list = list;
        this.role = role;
    }

    /** That a role of the realm contains another role. */
    static ListedRoleThing composite(RealmState realm, RoleThing composite, RoleThing contained) {
        return new ListedRoleThing(realm, () -> composite.path() + "/composites", contained);
    }

    /**
     * That a client may use a role of another client.
     *
     * @param container client ID of the client whose role it is
     */
    static ListedRoleThing scopeMapping(RealmState realm, String clientId, String container, String role) {
        return new ListedRoleThing(
                realm,
                () -> "/clients/" + id(realm, clientId) + "/scope-mappings/clients/" + id(realm, container),
                new RoleThing(realm, container, role));
    }

    private static String id(RealmState realm, String clientId) {
        return realm.client(clientId)
                .map(found -> found.path("id").asText())
                .filter(id -> !id.isEmpty())
                .orElse("-");
    }

    @Override
    public JsonNode present() {
        String id = realm.get(role.path()).path("id").asText();
        return !id.isEmpty() && realm.find(list.get(), "id", id).isPresent() ? BooleanNode.TRUE : Canonical.of(null);
    }

    @Override
    public void make(JsonNode body) {
        JsonNode listed = realm.get(role.path());
        realm.post(list.get(), Canonical.JSON.createArrayNode().add(listed));
    }

    @Override
    public void change(JsonNode form) {
        make(form);
    }

    @Override
    public void remove() {
        JsonNode listed = realm.get(role.path());
        realm.delete(list.get(), Canonical.JSON.createArrayNode().add(listed));
    }
}
