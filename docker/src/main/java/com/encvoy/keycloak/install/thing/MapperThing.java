package com.encvoy.keycloak.install.thing;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A mapper of a client scope. */
final class MapperThing implements Thing {

    private static final List<String> MEMBERS = List.of("name", "protocol", "protocolMapper", "config");

    private final RealmState realm;
    private final String scope;
    private final String name;

    MapperThing(RealmState realm, String scope, String name) {
        this.realm = realm;
        this.scope = scope;
        this.name = name;
    }

    static JsonNode form(JsonNode mapper) {
        return Canonical.of(mapper, MEMBERS);
    }

    private Optional<JsonNode> found() {
        return realm.find(ScopeThing.PATH, "name", scope)
                .flatMap(found -> StreamSupport.stream(
                                found.path("protocolMappers").spliterator(), false)
                        .filter(mapper -> mapper.path("name").asText().equals(name))
                        .findFirst());
    }

    private String path() {
        return ScopeThing.PATH + "/" + realm.idOf(ScopeThing.PATH, "name", scope) + "/protocol-mappers/models";
    }

    private String id() {
        return found().orElseThrow().path("id").asText();
    }

    @Override
    public JsonNode present() {
        return found().map(MapperThing::form).orElse(Canonical.of(null));
    }

    @Override
    public void make(JsonNode body) {
        realm.post(path(), body);
    }

    @Override
    public void change(JsonNode form) {
        ObjectNode mapper = found().orElseThrow().deepCopy();
        mapper.remove("config");
        mapper.setAll((ObjectNode) form);
        realm.put(path() + "/" + id(), mapper);
    }

    @Override
    public void remove() {
        realm.delete(path() + "/" + id());
    }
}
