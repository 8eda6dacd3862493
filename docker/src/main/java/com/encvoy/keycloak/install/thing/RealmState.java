package com.encvoy.keycloak.install.thing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.encvoy.keycloak.admin.AdminAnswer;
import com.encvoy.keycloak.admin.AdminRealm;
import com.fasterxml.jackson.databind.JsonNode;

/** A realm on the server. Keeps what it has read until something is written. */
public final class RealmState {

    private final AdminRealm realm;
    private final Map<String, JsonNode> read = new HashMap<>();

    public RealmState(AdminRealm realm) {
        this.realm = realm;
    }

    public String name() {
        return realm.name();
    }

    /** The list that is read a page at a time, for clients. */
    public Iterable<JsonNode> pages(String path, int size) {
        return realm.pages(path, size);
    }

    /** @return the answer; a missing node if there is nothing at this path */
    public JsonNode get(String path) {
        return read.computeIfAbsent(path, realm::get);
    }

    /** The member of a list whose {@code member} is this text. */
    public Optional<JsonNode> find(String path, String member, String text) {
        return StreamSupport.stream(get(path).spliterator(), false)
                .filter(element -> element.path(member).asText().equals(text))
                .findFirst();
    }

    /** As {@link #find}: its id, empty if there is none. */
    public String idOf(String path, String member, String text) {
        return find(path, member, text).map(found -> found.path("id").asText()).orElse("");
    }

    /** The client with this client ID. */
    public Optional<JsonNode> client(String clientId) {
        return find("/clients?clientId=" + AdminRealm.encoded(clientId), "clientId", clientId);
    }

    public AdminAnswer post(String path, JsonNode body) {
        read.clear();
        return realm.post(path, body);
    }

    public void put(String path, JsonNode body) {
        read.clear();
        realm.put(path, body);
    }

    public void delete(String path) {
        read.clear();
        realm.delete(path);
    }

    public void delete(String path, JsonNode body) {
        read.clear();
        realm.delete(path, body);
    }

    /** Has no effect on a server without the pack, which has no such resource. */
    void deleteIfThere(String path) {
        read.clear();
        realm.send("DELETE", path, null);
    }

    /** Changes members of the realm; its other members are not sent, so they stay. */
    public void putRealm(String member, JsonNode value) {
        put("", Canonical.JSON.createObjectNode().set(member, value));
    }
}
