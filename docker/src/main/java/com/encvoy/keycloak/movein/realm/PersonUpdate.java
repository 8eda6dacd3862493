package com.encvoy.keycloak.movein.realm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.encvoy.keycloak.admin.AdminAnswer;
import com.encvoy.keycloak.admin.AdminRealm;
import com.encvoy.keycloak.movein.mapping.MovedPerson;
import com.encvoy.keycloak.movein.state.Hashes;
import com.encvoy.keycloak.movein.state.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Brings what has changed in Encvoy ID since a person moved in. What was also changed here stays as it is here. The
 * state is written last, so that the next run completes one that was killed before.
 */
final class PersonUpdate {

    private static final Set<String> NEVER_CLEARED = Set.of("username", "enabled", "emailVerified");

    private final AdminRealm realm;
    private final Outcome outcome;
    private final ApplicationIds applications;
    private final PictureUpload pictures;

    PersonUpdate(AdminRealm realm, ApplicationIds applications, PictureUpload pictures, Outcome outcome) {
        this.realm = realm;
        this.pictures = pictures;
        this.applications = applications;
        this.outcome = outcome;
    }

    /** @param id in Keycloak */
    void bring(MovedPerson person, String id) {
        String path = "/users/" + AdminRealm.encoded(id);
        JsonNode found = realm.get(path);
        State before = State.parse(
                found.path("attributes").path(State.ATTRIBUTE).path(0).asText(""));
        if (before == null) {
            outcome.failed("Person " + person.number() + " was not updated: the account has been removed in the"
                    + " meantime.");
            return;
        }
        ObjectNode user = found.deepCopy();
        user.remove("access");
        fields(person, before, user);
        actions(person, before, user);
        CredentialUpdate credentials = new CredentialUpdate(realm, path, outcome);
        credentials.compare(person, before);
        new MembershipUpdate(realm, path, applications, outcome).bring(person, before);
        if (!credentials.added().isEmpty()) {
            user.set("credentials", credentials.added());
        }
        if (credentials.hasOutdated()) {
            if (!put(person, path, user)) {
                return;
            }
            user.remove("credentials");
            credentials.removeOutdated();
        }
        PersonJson.set(user, State.ATTRIBUTE, person.state().toString());
        if (put(person, path, user)) {
            outcome.count("people updated");
        }
    }

    private boolean put(MovedPerson person, String path, ObjectNode user) {
        AdminAnswer answer = realm.send("PUT", path, user);
        if (!answer.isSuccess()) {
            outcome.failed("Person " + person.number() + " was not updated (status " + answer.status()
                    + "): the user profile of the realm refuses a value, or a name is taken.");
        }
        return answer.isSuccess();
    }

    private void fields(MovedPerson person, State before, ObjectNode user) {
        Map<String, String> wanted = new HashMap<>(person.fields());
        // What was brought and is gone in Encvoy ID is cleared: its name is among those that the person has here.
        for (String name : names(user)) {
            if (before.knows(name) && !NEVER_CLEARED.contains(name) && pictures.mayClear(name)) {
                wanted.putIfAbsent(name, null);
            }
        }
        for (Map.Entry<String, String> field : wanted.entrySet()) {
            String name = field.getKey();
            String here = PersonJson.get(user, name);
            if (!before.isNews(name, field.getValue()) || Objects.equals(here, field.getValue())) {
                continue;
            }
            if (before.isAsBrought(name, here)) {
                if (!name.equals(PersonJson.PICTURE) || picture(person, user, here)) {
                    PersonJson.set(user, name, field.getValue());
                }
            } else {
                outcome.kept("The " + name + " of person " + person.number() + " was changed here and stays as it is.");
            }
        }
    }

    /**
     * Brings or removes what the realm keeps of a picture.
     *
     * @param here address of the picture that the person has; null for none
     * @return false if the picture cannot be read
     */
    private boolean picture(MovedPerson person, JsonNode user, String here) {
        String id = user.path("id").asText();
        if (person.picture() != null) {
            return pictures.keep(person, id);
        }
        if (here != null && here.contains("/api/pictures/")) {
            pictures.forget(id);
        }
        return true;
    }

    private static Set<String> names(JsonNode user) {
        Set<String> names = new LinkedHashSet<>(MovedPerson.ROOT);
        user.path("attributes").fieldNames().forEachRemaining(names::add);
        names.remove(State.ATTRIBUTE);
        return names;
    }

    /** Required actions that are new are added; those that are gone are left to the person. */
    private static void actions(MovedPerson person, State before, ObjectNode user) {
        Set<String> all = new HashSet<>();
        user.path("requiredActions").forEach(action -> all.add(action.asText()));
        for (String action : person.actions()) {
            if (!before.members(MovedPerson.ACTIONS).contains(Hashes.text(action, 6))) {
                all.add(action);
            }
        }
        all.forEach(user.putArray("requiredActions")::add);
    }
}
