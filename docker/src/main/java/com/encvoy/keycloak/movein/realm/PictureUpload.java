package com.encvoy.keycloak.movein.realm;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.encvoy.keycloak.admin.AdminAnswer;
import com.encvoy.keycloak.admin.AdminRealm;
import com.encvoy.keycloak.movein.mapping.MovedApplication;
import com.encvoy.keycloak.movein.mapping.MovedPerson;
import com.encvoy.keycloak.movein.mapping.Pictures;
import com.encvoy.keycloak.movein.picture.PictureFolder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Sends picture files to the pack, which makes them small as it does with uploads. A picture that the pack cannot read
 * is not brought, and the report names it. Usable by several threads.
 */
final class PictureUpload {

    private static final String AVATAR = MovedApplication.ATTRIBUTE + "encvoy.avatar";
    private static final String IMAGE = MovedApplication.ATTRIBUTE + "encvoy.avatar_image";
    private static final String PEOPLE = "/encvoy-pictures/people";
    private static final int REFUSED = 400;

    private static final Set<String> FIELDS =
            Set.of(PersonJson.PICTURE, AVATAR, IMAGE, MovedApplication.ATTRIBUTE + "encvoy.cover");

    private final AdminRealm realm;
    private final boolean given;
    private final String path;
    private final Outcome outcome;

    /**
     * @param address of the server, as people will reach it
     * @param given whether this run knows where pictures are
     */
    PictureUpload(AdminRealm realm, URI address, boolean given, Outcome outcome) {
        this.realm = realm;
        this.given = given;
        this.path =
                Optional.ofNullable(address.getRawPath()).orElse("") + "/realms/" + AdminRealm.encoded(realm.name());
        this.outcome = outcome;
    }

    /**
     * Whether to remove a brought value that no longer exists in Encvoy ID. A run without pictures does not remove
     * pictures.
     */
    boolean mayClear(String field) {
        return given || !FIELDS.contains(field);
    }

    /** The form of a person's picture that the realm keeps; empty if it cannot be read. */
    List<String> person(MovedPerson person) {
        List<String> parts = new ArrayList<>();
        send("POST", PEOPLE, person.picture(), "person " + person.number())
                .ifPresent(answer -> answer.path("image").forEach(part -> parts.add(part.asText())));
        return parts;
    }

    /**
     * Gives an existing person a picture.
     *
     * @param id of the person in Keycloak
     * @return whether the picture can be read
     */
    boolean keep(MovedPerson person, String id) {
        return send(
                        "PUT",
                        PEOPLE + "/" + AdminRealm.encoded(id) + "/" + PictureFolder.id(person.picture()),
                        person.picture(),
                        "person " + person.number())
                .isPresent();
    }

    /** @param id of the person in Keycloak */
    void forget(String id) {
        realm.delete(PEOPLE + "/" + AdminRealm.encoded(id));
    }

    /** An application with its logo. */
    MovedApplication of(MovedApplication application) {
        return new MovedApplication(
                application.clientId(),
                logo(
                        application.fields(),
                        "/api/applications/" + AdminRealm.encoded(application.clientId()) + "/avatar",
                        "application " + application.clientId()));
    }

    /** Settings of the realm with its logo. */
    Map<String, String> ofRealm(Map<String, String> fields) {
        return logo(fields, "/api/avatar", "the realm");
    }

    private Map<String, String> logo(Map<String, String> fields, String served, String whose) {
        String file = fields.getOrDefault(AVATAR, "");
        if (!file.startsWith(Pictures.FILE)) {
            return fields;
        }
        Map<String, String> complete = new LinkedHashMap<>(fields);
        complete.remove(AVATAR);
        send("POST", "/encvoy-pictures/logos", Path.of(file.substring(Pictures.FILE.length())), whose)
                .ifPresent(answer -> {
                    complete.put(
                            AVATAR,
                            path + served + "?v=" + answer.path("version").asText());
                    complete.put(IMAGE, answer.path("image").asText());
                });
        return complete;
    }

    private Optional<JsonNode> send(String method, String where, Path file, String whose) {
        try {
            String picture = Base64.getEncoder().encodeToString(PictureFolder.read(file));
            JsonNode body = JsonNodeFactory.instance.objectNode().put("picture", picture);
            AdminAnswer answer = realm.send(method, where, body);
            if (answer.status() == REFUSED) {
                unreadable(whose, answer.reason());
                return Optional.empty();
            }
            if (!answer.isSuccess()) {
                // With the sentence of a refusal.
                realm.require(method, where, body);
            }
            return Optional.of(answer.body());
        } catch (IOException e) {
            unreadable(whose, e.getMessage());
            return Optional.empty();
        }
    }

    private void unreadable(String whose, String why) {
        outcome.hint("The picture of " + whose + " was not brought, because it cannot be read (" + why + ").");
    }
}
