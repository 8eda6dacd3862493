package com.encvoy.keycloak.install.thing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;

/** The assignment of a scope to new applications, as a default or an optional scope. */
final class DefaultScopeThing implements Thing {

    private static final String DEFAULT = "/default-default-client-scopes";
    private static final String OPTIONAL = "/default-optional-client-scopes";

    private final RealmState realm;
    private final String path;
    private final String scope;

    private DefaultScopeThing(RealmState realm, String path, String scope) {
        this.realm = realm;
        this.path = path;
        this.scope = scope;
    }

    static DefaultScopeThing byDefault(RealmState realm, String scope) {
        return new DefaultScopeThing(realm, DEFAULT, scope);
    }

    static DefaultScopeThing optional(RealmState realm, String scope) {
        return new DefaultScopeThing(realm, OPTIONAL, scope);
    }

    @Override
    public JsonNode present() {
        return realm.find(path, "name", scope).isPresent() ? BooleanNode.TRUE : Canonical.of(null);
    }

    @Override
    public void make(JsonNode body) {
        realm.put(path + "/" + realm.idOf(ScopeThing.PATH, "name", scope), null);
    }

    @Override
    public void change(JsonNode form) {
        make(form);
    }

    @Override
    public void remove() {
        realm.delete(path + "/" + realm.idOf(path, "name", scope));
    }
}
