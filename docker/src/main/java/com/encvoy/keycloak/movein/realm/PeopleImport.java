package com.encvoy.keycloak.movein.realm;

import java.util.List;
import java.util.Optional;

import com.encvoy.keycloak.admin.AdminAnswer;
import com.encvoy.keycloak.admin.AdminRealm;
import com.encvoy.keycloak.movein.mapping.MovedPerson;
import com.encvoy.keycloak.movein.state.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Brings people who do not exist in the realm yet, in batches: one request each, which Keycloak carries out as a whole
 * or not at all. Only a partial import keeps the id and accepts hashes as they are. It skips existing people and never
 * overwrites them.
 */
final class PeopleImport {

    /** The number of favourites that the pack keeps. */
    private static final int FAVORITES = 50;

    private final AdminRealm realm;
    private final String defaultRole;
    private final List<String> groups;
    private final ApplicationIds applications;
    private final PictureUpload pictures;
    private final Outcome outcome;

    PeopleImport(
            AdminRealm realm,
            String defaultRole,
            List<String> groups,
            ApplicationIds applications,
            PictureUpload pictures,
            Outcome outcome) {
        this.realm = realm;
        this.defaultRole = defaultRole;
        this.groups = List.copyOf(groups);
        this.applications = applications;
        this.pictures = pictures;
        this.outcome = outcome;
    }

    void bring(List<MovedPerson> people) {
        bring(people, people.stream().map(this::json).toList());
    }

    private ObjectNode json(MovedPerson person) {
        ObjectNode user = PersonJson.created(person, realm.name(), defaultRole, groups);
        List<String> favorites = person.favorites().stream()
                .map(applications::client)
                .flatMap(Optional::stream)
                .limit(FAVORITES)
                .toList();
        if (!favorites.isEmpty()) {
            PersonJson.favorites(user, favorites);
        }
        if (person.picture() != null) {
            PersonJson.picture(user, person, pictures.person(person));
        }
        return user;
    }

    /** A refused batch is halved until the refused people are found. */
    private void bring(List<MovedPerson> people, List<ObjectNode> users) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("ifResourceExists", "SKIP");
        users.forEach(body.putArray("users")::add);
        AdminAnswer answer = realm.send("POST", "/partialImport", body);
        if (answer.isSuccess()) {
            read(people, answer.body());
        } else if (answer.status() == AdminAnswer.FORBIDDEN) {
            realm.post("/partialImport", body);
        } else if (people.size() == 1) {
            MovedPerson person = people.get(0);
            refused(
                    person,
                    "Person " + person.number() + " was refused (status " + answer.status()
                            + "): has the login, the address or the ID been taken in the meantime?");
        } else {
            int half = people.size() / 2;
            bring(people.subList(0, half), users.subList(0, half));
            bring(people.subList(half, people.size()), users.subList(half, people.size()));
        }
    }

    private void read(List<MovedPerson> people, JsonNode answer) {
        outcome.count("people brought", answer.path("added").asLong());
        for (JsonNode result : answer.path("results")) {
            if (result.path("action").asText().equals("SKIPPED")) {
                String name = result.path("resourceName").asText();
                people.stream()
                        .filter(person -> name.equals(person.fields().get("username")))
                        .forEach(person -> refused(
                                person,
                                "Person " + person.number()
                                        + " was not brought: the login or the address has been taken in the"
                                        + " meantime."));
            }
        }
    }

    /** If a run is killed, the server continues with the requests that it has received. */
    private void refused(MovedPerson person, String sentence) {
        String id = MovedPerson.id(person.number(), person.keepsId(), realm.name());
        State state = State.parse(realm.get("/users/" + AdminRealm.encoded(id))
                .path("attributes")
                .path(State.ATTRIBUTE)
                .path(0)
                .asText(""));
        if (state != null && state.number().equals(String.valueOf(person.number()))) {
            outcome.count("people who arrived in the meantime");
        } else {
            outcome.failed(sentence);
        }
    }
}
