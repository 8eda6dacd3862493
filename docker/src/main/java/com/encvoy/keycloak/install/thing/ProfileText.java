package com.encvoy.keycloak.install.thing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The user profile of a realm as the text that is stored. Realm files written by hand contain white space in it. */
public final class ProfileText {

    private static final String TYPE = "org.keycloak.userprofile.UserProfileProvider";
    private static final String COMPONENTS = "/components?type=" + TYPE;
    private static final String CONFIG = "config";
    private static final String TEXT = "kc.user.profile.config";

    private final RealmState realm;

    public ProfileText(RealmState realm) {
        this.realm = realm;
    }

    /** Whether the realm has a user profile of its own. */
    boolean exists() {
        return !text().isEmpty();
    }

    /** The text, if it is not as this tool writes it; else empty. */
    public String unusual() {
        return exists() && !text().equals(tree(text()).toString()) ? text() : "";
    }

    /** Puts a text back, if the profile says the same. */
    public void restore(String text) {
        if (exists() && form(tree(text)).equals(form(tree(text())))) {
            write(text);
        }
    }

    private static JsonNode form(JsonNode profile) {
        ObjectNode form = profile.deepCopy();
        profile.properties().forEach(member -> {
            ArrayNode elements = Canonical.JSON.createArrayNode();
            member.getValue().forEach(element -> elements.add(Canonical.of(element)));
            if (!elements.isEmpty()) {
                form.set(member.getKey(), elements);
            }
        });
        return form;
    }

    /** A profile that may be changed, with everything that is stored. */
    ObjectNode profile() {
        return (ObjectNode) tree(text());
    }

    /**
     * Keycloak does not store its own profile when it receives it, so the component is created as a realm file creates
     * it.
     */
    void create(String text) {
        ObjectNode component = Canonical.JSON
                .createObjectNode()
                .put("providerId", "declarative-user-profile")
                .put("providerType", TYPE)
                .put("parentId", realm.get("").path("id").asText());
        component.withObject(CONFIG).withArray(TEXT).add(text);
        realm.post("/components", component);
    }

    void write(String text) {
        ObjectNode component = realm.get(COMPONENTS).path(0).deepCopy();
        component.withObject(CONFIG).withArray(TEXT).removeAll().add(text);
        realm.put("/components/" + component.path("id").asText(), component);
    }

    private String text() {
        return realm.get(COMPONENTS).path(0).path(CONFIG).path(TEXT).path(0).asText();
    }

    private static JsonNode tree(String text) {
        try {
            return Canonical.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The user profile is not JSON", e);
        }
    }
}
