package com.encvoy.keycloak.movein.realm;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.encvoy.keycloak.movein.mapping.MovedPerson;
import com.encvoy.keycloak.movein.picture.PictureFolder;
import com.encvoy.keycloak.movein.state.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A person in Keycloak's form. */
final class PersonJson {

    /** The address of the picture. */
    static final String PICTURE = "picture";

    /** The attributes in which the pack keeps an uploaded picture. */
    private static final String PICTURE_ID = "encvoy.picture_id";

    private static final String PICTURE_IMAGE = "encvoy.picture_image";

    private static final String FAVORITES = "encvoy.favorites";

    private PersonJson() {}

    /**
     * A user for a partial import, which grants no role by itself.
     *
     * @param realm name of the realm
     * @param defaultRole of the realm
     * @param groups paths of the groups that each new person joins
     */
    static ObjectNode created(MovedPerson person, String realm, String defaultRole, List<String> groups) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", MovedPerson.id(person.number(), person.keepsId(), realm));
        json.put("createdTimestamp", person.created() == 0 ? System.currentTimeMillis() : person.created());
        person.fields().forEach((name, value) -> set(json, name, value));
        set(json, State.ATTRIBUTE, person.state().toString());
        person.actions().forEach(json.putArray("requiredActions")::add);
        ArrayNode credentials = json.putArray("credentials");
        person.credentials().forEach(credential -> credentials.add(credential.json()));
        ArrayNode links = json.putArray("federatedIdentities");
        person.links().forEach(link -> links.add(link.json()));
        json.putArray("realmRoles").add(defaultRole);
        ObjectNode roles = json.putObject("clientRoles");
        for (Map.Entry<String, String> role : person.roles().entrySet()) {
            roles.putArray(role.getKey()).add(role.getValue());
        }
        groups.forEach(json.putArray("groups")::add);
        return json;
    }

    /** @param parts as the realm keeps the picture; empty if it cannot be read */
    static void picture(ObjectNode user, MovedPerson person, List<String> parts) {
        if (parts.isEmpty()) {
            set(user, PICTURE, null);
        } else {
            set(user, PICTURE_ID, PictureFolder.id(person.picture()));
            set(user, PICTURE_IMAGE, String.join("\n", parts));
        }
    }

    /** @param clients their ids; Keycloak lets no one change them later */
    static void favorites(ObjectNode user, List<String> clients) {
        set(user, FAVORITES, String.join("\n", clients));
    }

    /** @param value null for none */
    static void set(ObjectNode user, String name, String value) {
        if (MovedPerson.FLAGS.contains(name)) {
            user.put(name, Boolean.parseBoolean(value));
        } else if (MovedPerson.ROOT.contains(name)) {
            user.put(name, value == null ? "" : value);
        } else if (value == null) {
            user.withObject("/attributes").remove(name);
        } else {
            ArrayNode values = user.withObject("/attributes").putArray(name);
            Arrays.asList(value.split("\n")).forEach(values::add);
        }
    }

    /** @return several values sorted, separated by line breaks; null if there is none */
    static String get(JsonNode user, String name) {
        if (MovedPerson.FLAGS.contains(name) || MovedPerson.ROOT.contains(name)) {
            return user.hasNonNull(name) && !user.path(name).asText().isEmpty()
                    ? user.path(name).asText()
                    : null;
        }
        JsonNode values = user.path("attributes").path(name);
        if (values.isEmpty()) {
            return null;
        }
        Set<String> sorted = new TreeSet<>();
        values.forEach(value -> sorted.add(value.asText()));
        return String.join("\n", sorted);
    }
}
