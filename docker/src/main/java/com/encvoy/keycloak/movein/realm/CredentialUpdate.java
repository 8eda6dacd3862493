package com.encvoy.keycloak.movein.realm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.encvoy.keycloak.admin.AdminRealm;
import com.encvoy.keycloak.movein.mapping.Credential;
import com.encvoy.keycloak.movein.mapping.MovedPerson;
import com.encvoy.keycloak.movein.state.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Brings credentials that have changed in Encvoy ID. A credential that was brought is recognised by its date: Keycloak
 * keeps the date when it hashes a password again, and changes it when the person sets a new password.
 */
final class CredentialUpdate {

    private final AdminRealm realm;
    private final String path;
    private final Outcome outcome;

    private final ArrayNode added = JsonNodeFactory.instance.arrayNode();
    private final Set<String> outdated = new HashSet<>();

    /** @param path of the person */
    CredentialUpdate(AdminRealm realm, String path, Outcome outcome) {
        this.realm = realm;
        this.path = path;
        this.outcome = outcome;
    }

    /** The credentials that an update of the person adds. */
    ArrayNode added() {
        return added;
    }

    /** Whether {@link #removeOutdated} has anything to do. */
    boolean hasOutdated() {
        return !outdated.isEmpty();
    }

    /** Removes outdated credentials. To be called after new ones have been added, so that the person always has one. */
    void removeOutdated() {
        outdated.forEach(id -> realm.delete(path + "/credentials/" + AdminRealm.encoded(id)));
    }

    /** Finds out what has changed. */
    void compare(MovedPerson person, State before) {
        for (String type : List.of(Credential.PASSWORD, Credential.ONE_TIME, Credential.PASSKEY)) {
            Set<String> brought = before.members(MovedPerson.set(type));
            List<Credential> wanted = person.credentials().stream()
                    .filter(credential -> credential.type().equals(type))
                    .toList();
            Set<String> tokens = new HashSet<>();
            wanted.forEach(credential -> tokens.add(MovedPerson.token(credential)));
            if (!brought.equals(tokens)) {
                List<String> gone = brought.stream()
                        .filter(token -> !tokens.contains(token))
                        .toList();
                List<Credential> news = wanted.stream()
                        .filter(credential -> !brought.contains(MovedPerson.token(credential)))
                        .toList();
                compare(person, type, gone, news);
            }
        }
    }

    private void compare(MovedPerson person, String type, List<String> gone, List<Credential> news) {
        List<JsonNode> here = here(type);
        List<Credential> missing = news.stream()
                .filter(credential -> find(here, credential.created()).isEmpty())
                .toList();
        boolean single = !type.equals(Credential.PASSKEY);
        boolean changedHere =
                gone.stream().noneMatch(token -> find(here, date(token)).isPresent())
                        && (!gone.isEmpty() || !here.isEmpty());
        if (single && changedHere && missing.size() == news.size()) {
            outcome.kept("The " + (type.equals(Credential.PASSWORD) ? "password" : "one-time password") + " of person "
                    + person.number() + " was changed here and stays as it is.");
            return;
        }
        Set<String> labels = new HashSet<>();
        here.forEach(credential -> labels.add(credential.path("userLabel").asText("")));
        for (Credential credential : missing) {
            boolean taken = credential.label() != null && labels.contains(credential.label());
            added.add(
                    taken
                            ? credential.json().put("userLabel", credential.label() + " " + credential.token())
                            : credential.json());
        }
        // Keycloak replaces a password by itself, in one transaction.
        if (!type.equals(Credential.PASSWORD) || news.isEmpty()) {
            gone.forEach(token -> find(here, date(token))
                    .ifPresent(credential -> outdated.add(credential.path("id").asText())));
        }
    }

    private List<JsonNode> here(String type) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode credential : realm.get(path + "/credentials")) {
            if (credential.path("type").asText().equals(type)) {
                found.add(credential);
            }
        }
        return found;
    }

    private static long date(String token) {
        return Long.parseLong(token.substring(token.indexOf('@') + 1));
    }

    private static Optional<JsonNode> find(List<JsonNode> here, long created) {
        return here.stream()
                .filter(credential -> credential.path("createdDate").asLong() == created)
                .findFirst();
    }
}
