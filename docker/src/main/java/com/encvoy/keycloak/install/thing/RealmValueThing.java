package com.encvoy.keycloak.install.thing;

import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** A setting of the realm itself: a member, one of its attributes, or one of the security headers. */
final class RealmValueThing implements Thing {

    static final String HEADERS = "browserSecurityHeaders";
    static final String ATTRIBUTES = "attributes";

    private static final String POLICY = "contentSecurityPolicy";

    /** Keycloak's policy of a new realm. */
    private static final String STOCK_POLICY = "frame-src 'self'; frame-ancestors 'self'; object-src 'none';";

    private final RealmState realm;
    private final String map;
    private final String name;

    /** @param map {@link #ATTRIBUTES}, {@link #HEADERS}, or empty for a member of the realm */
    RealmValueThing(RealmState realm, String map, String name) {
        this.realm = realm;
        this.map = map;
        this.name = name;
    }

    /** False and empty mean unset: Keycloak has no unset flags, and sets no member to null. */
    static JsonNode form(JsonNode value) {
        boolean isNothing = value.isContainerNode()
                ? value.isEmpty()
                : value.isBoolean()
                        ? !value.booleanValue()
                        : value.isNumber()
                                ? value.longValue() == 0
                                : value.asText().isEmpty();
        return isNothing ? Canonical.of(null) : Canonical.of(value);
    }

    @Override
    public JsonNode present() {
        JsonNode values = map.isEmpty() ? realm.get("") : realm.get("").path(map);
        return form(values.path(name));
    }

    @Override
    public void make(JsonNode body) {
        change(body);
    }

    @Override
    public void change(JsonNode form) {
        if (map.isEmpty()) {
            realm.putRealm(name, form);
        } else {
            ObjectNode all = (ObjectNode) realm.get("").path(map).deepCopy();
            realm.putRealm(map, all.set(name, form));
        }
    }

    @Override
    public void remove() {
        if (map.equals(ATTRIBUTES)) {
            ObjectNode all = (ObjectNode) realm.get("").path(map).deepCopy();
            all.remove(name);
            realm.putRealm(map, all);
        } else {
            JsonNode present = realm.get("").path(name);
            change(present.isBoolean() ? BooleanNode.FALSE : nothingLike(present));
            // Blank means the same to Keycloak, but its exports would differ.
            if (present.isTextual()) {
                realm.deleteIfThere("/encvoy-blank-settings/" + name);
            }
        }
    }

    private static JsonNode nothingLike(JsonNode present) {
        if (present.isNumber()) {
            return IntNode.valueOf(0);
        }
        return present.isArray() ? Canonical.JSON.createArrayNode() : TextNode.valueOf("");
    }

    @Override
    public boolean isValue() {
        return true;
    }

    /** More languages and more events than ours are welcome. */
    @Override
    public boolean isEnough(JsonNode present, JsonNode wanted) {
        return merged(present, wanted).equals(present);
    }

    @Override
    public JsonNode merged(JsonNode present, JsonNode wanted) {
        if (!present.isArray() || !wanted.isArray()) {
            return wanted;
        }
        TreeSet<String> elements = new TreeSet<>();
        present.forEach(element -> elements.add(element.asText()));
        wanted.forEach(element -> elements.add(element.asText()));
        ArrayNode union = Canonical.JSON.createArrayNode();
        elements.forEach(union::add);
        return union;
    }

    @Override
    public String reasonToLeave(JsonNode present, JsonNode wanted) {
        if (present.isMissingNode()) {
            return "";
        }
        if (name.equals(POLICY) && !present.asText().equals(STOCK_POLICY)) {
            return "the realm has a policy of its own; compare it with the realm file's";
        }
        return map.equals(ATTRIBUTES) || name.equals("defaultLocale") || name.equals("eventsExpiration")
                ? "the realm has a value of its own"
                : "";
    }
}
