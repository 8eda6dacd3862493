package com.encvoy.keycloak.install.thing;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A client scope, without its mappers, which are things of their own. */
final class ScopeThing implements Thing {

    static final String PATH = "/client-scopes";

    private static final List<String> MEMBERS = List.of("name", "description", "protocol", "attributes");

    private final RealmState realm;
    private final String name;

    ScopeThing(RealmState realm, String name) {
        this.realm = realm;
        this.name = name;
    }

    static JsonNode form(JsonNode scope) {
        return Canonical.of(scope, MEMBERS);
    }

    private String path() {
        return PATH + "/" + realm.idOf(PATH, "name", name);
    }

    @Override
    public JsonNode present() {
        return realm.find(PATH, "name", name).map(ScopeThing::form).orElse(Canonical.of(null));
    }

    @Override
    public void make(JsonNode body) {
        realm.post(PATH, body);
    }

    @Override
    public void change(JsonNode form) {
        ObjectNode scope = realm.find(PATH, "name", name).orElseThrow().deepCopy();
        scope.setAll((ObjectNode) form);
        realm.put(path(), scope);
    }

    @Override
    public void remove() {
        realm.delete(path());
    }

    @Override
    public List<String> dependants() {
        return realm.find(PATH, "name", name).stream()
                .flatMap(scope -> RealmFile.stream(scope.path("protocolMappers")))
                .map(mapper -> Things.MAPPER + ":" + name + "/" + RealmFile.name(mapper))
                .toList();
    }
}
