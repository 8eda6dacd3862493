package com.encvoy.keycloak.install.thing;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A flow with all its subflows, steps and their options, as {@link FlowTree} writes them. */
final class FlowThing implements Thing {

    static final String PATH = "/authentication/flows";

    /** The settings of a realm that name a flow. */
    private static final List<String> BINDINGS = List.of(
            "browserFlow",
            "registrationFlow",
            "resetCredentialsFlow",
            "directGrantFlow",
            "clientAuthenticationFlow",
            "dockerAuthenticationFlow",
            "firstBrokerLoginFlow");

    private final RealmState realm;
    private final String alias;
    private final String suffix;

    /** @param suffix of the names of this flow and its subflows in this realm, mostly empty */
    FlowThing(RealmState realm, String alias, String suffix) {
        this.realm = realm;
        this.alias = alias;
        this.suffix = suffix;
    }

    @Override
    public JsonNode present() {
        return Canonical.of(FlowTree.ofRealm(realm, alias, suffix));
    }

    @Override
    public void make(JsonNode body) {
        ObjectNode flow = Canonical.JSON
                .createObjectNode()
                .put("alias", alias + suffix)
                .put("description", body.path(FlowTree.DESCRIPTION).asText())
                .put("providerId", body.path(FlowTree.TYPE).asText())
                .put("topLevel", true)
                .put("builtIn", false);
        realm.post(PATH, flow);
        change(body);
    }

    @Override
    public void change(JsonNode form) {
        describe(form);
        new FlowWriter(realm, suffix).write(alias + suffix, form);
    }

    private void describe(JsonNode form) {
        ObjectNode flow =
                realm.find(PATH, "alias", alias + suffix).orElseThrow().deepCopy();
        String description = form.path(FlowTree.DESCRIPTION).asText();
        if (!flow.path("description").asText().equals(description)) {
            realm.put(PATH + "/" + flow.path("id").asText(), flow.put("description", description));
        }
    }

    @Override
    public void remove() {
        realm.delete(PATH + "/" + realm.idOf(PATH, "alias", alias + suffix));
    }

    /** Keycloak deletes flows even if they are in use, and people could no longer sign in. */
    @Override
    public List<String> dependants() {
        return BINDINGS.stream()
                .filter(binding -> realm.get("").path(binding).asText().equals(alias + suffix))
                .map(binding -> Things.REALM + ":" + binding)
                .toList();
    }
}
