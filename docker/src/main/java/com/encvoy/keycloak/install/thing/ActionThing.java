package com.encvoy.keycloak.install.thing;

import java.util.List;

import com.encvoy.keycloak.admin.AdminRealm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A required action that is registered, with all its settings. */
final class ActionThing implements Thing {

    private static final String PATH = "/authentication/required-actions";

    private static final List<String> MEMBERS =
            List.of("alias", "name", "providerId", "enabled", "defaultAction", "priority", "config");

    private final RealmState realm;
    private final String alias;

    ActionThing(RealmState realm, String alias) {
        this.realm = realm;
        this.alias = alias;
    }

    static JsonNode form(JsonNode action) {
        return Canonical.of(action, MEMBERS);
    }

    private String path() {
        return PATH + "/" + AdminRealm.encoded(alias);
    }

    @Override
    public JsonNode present() {
        return realm.find(PATH, "alias", alias).map(ActionThing::form).orElse(Canonical.of(null));
    }

    /** Registered actions get a priority of their own at first, and are enabled. */
    @Override
    public void make(JsonNode body) {
        ObjectNode registration = Canonical.JSON.createObjectNode();
        registration.put("providerId", body.path("providerId").asText());
        registration.put("name", body.path("name").asText());
        realm.post("/authentication/register-required-action", registration);
        realm.put(path(), body);
    }

    @Override
    public void change(JsonNode form) {
        ObjectNode action =
                Canonical.JSON.createObjectNode().put("enabled", false).put("defaultAction", false);
        action.setAll((ObjectNode) form);
        action.putIfAbsent("config", Canonical.JSON.createObjectNode());
        realm.put(path(), action);
    }

    @Override
    public void remove() {
        realm.delete(path());
    }

    /** An action that is registered is only switched on. */
    @Override
    public boolean isValue() {
        return !present().isMissingNode();
    }

    /** The file disables actions that a new realm does not need; one that exists may be in use. */
    @Override
    public boolean isEnough(JsonNode present, JsonNode wanted) {
        return present.path("enabled").asBoolean()
                || (!present.isMissingNode() && !wanted.path("enabled").asBoolean());
    }

    /** An existing action is at most enabled. */
    @Override
    public JsonNode merged(JsonNode present, JsonNode wanted) {
        return present.isMissingNode() ? wanted : ((ObjectNode) present.deepCopy()).put("enabled", true);
    }
}
