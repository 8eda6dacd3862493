package com.encvoy.keycloak.movein.realm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.encvoy.keycloak.admin.AdminRealm;
import com.encvoy.keycloak.movein.mapping.MovedPerson;
import com.encvoy.keycloak.movein.mapping.MovedPerson.Link;
import com.encvoy.keycloak.movein.state.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Brings roles and linked accounts that have changed in Encvoy ID since a person moved in. */
final class MembershipUpdate {

    private final AdminRealm realm;
    private final String path;
    private final ApplicationIds applications;
    private final Outcome outcome;

    /** @param path of the person */
    MembershipUpdate(AdminRealm realm, String path, ApplicationIds applications, Outcome outcome) {
        this.realm = realm;
        this.path = path;
        this.applications = applications;
        this.outcome = outcome;
    }

    void bring(MovedPerson person, State before) {
        roles(person, before.members(MovedPerson.ROLES));
        links(person, before.members(MovedPerson.LINKS));
    }

    private void roles(MovedPerson person, Set<String> brought) {
        Map<String, String> wanted = new HashMap<>();
        person.roles().forEach((clientId, role) -> wanted.put(MovedPerson.roleToken(clientId, role), clientId));
        if (brought.equals(wanted.keySet())) {
            return;
        }
        Map<String, JsonNode> here = rolesHere();
        wanted.forEach((token, clientId) -> {
            if (!brought.contains(token) && !here.containsKey(token)) {
                grant(person, clientId, person.roles().get(clientId), brought, here);
            }
        });
        brought.stream()
                .filter(token -> !wanted.containsKey(token))
                .map(here::get)
                .filter(Objects::nonNull)
                .forEach(role -> change("DELETE", role.path("containerId").asText(), role));
    }

    /** The roles that the person has here, by the tokens of the state. */
    private Map<String, JsonNode> rolesHere() {
        Map<String, JsonNode> here = new HashMap<>();
        realm.get(path + "/role-mappings")
                .path("clientMappings")
                .properties()
                .forEach(client -> client.getValue().path("mappings").forEach(role -> {
                    if (!role.path("name").asText().isEmpty()) {
                        here.put(
                                MovedPerson.roleToken(
                                        client.getKey(), role.path("name").asText()),
                                role);
                    }
                }));
        return here;
    }

    /** A role that was changed here, in place of one that was brought, stays. */
    private void grant(
            MovedPerson person, String clientId, String name, Set<String> brought, Map<String, JsonNode> here) {
        boolean changedHere = brought.stream()
                .anyMatch(token ->
                        token.startsWith(MovedPerson.roleToken(clientId, "x").substring(0, 6))
                                && !here.containsKey(token));
        Optional<JsonNode> role = applications.role(clientId, name);
        if (changedHere || role.isEmpty()) {
            outcome.kept("The role of person " + person.number() + " at " + clientId + " was changed here and stays as"
                    + " it is.");
        } else {
            change("POST", applications.client(clientId).orElseThrow(), role.get());
        }
    }

    private void change(String method, String client, JsonNode role) {
        JsonNode body = JsonNodeFactory.instance.arrayNode().add(role);
        String mappings = path + "/role-mappings/clients/" + AdminRealm.encoded(client);
        if (method.equals("POST")) {
            realm.post(mappings, body);
        } else {
            realm.delete(mappings, body);
        }
    }

    private void links(MovedPerson person, Set<String> brought) {
        Map<String, Link> wanted = new HashMap<>();
        person.links().forEach(link -> wanted.put(link.token(), link));
        if (brought.equals(wanted.keySet())) {
            return;
        }
        Map<String, JsonNode> here = new HashMap<>();
        for (JsonNode link : realm.get(path + "/federated-identity")) {
            here.put(link.path("identityProvider").asText(), link);
        }
        Set<String> gone = new HashSet<>(brought);
        gone.removeAll(wanted.keySet());
        for (JsonNode link : List.copyOf(here.values())) {
            String alias = link.path("identityProvider").asText();
            boolean outdated = gone.remove(new Link(alias, link.path("userId").asText(), "").token());
            if (outdated) {
                realm.delete(at(alias));
                here.remove(alias, link);
            }
        }
        wanted.forEach((token, link) -> {
            if (brought.contains(token)) {
                return;
            }
            // A brought account that is in neither place was removed on both sides, perhaps for another one.
            if (here.containsKey(link.alias()) || !gone.isEmpty()) {
                outcome.kept("The linked accounts of person " + person.number() + " at " + link.alias()
                        + " were changed here and stay as they are.");
            } else {
                realm.post(at(link.alias()), link.json());
            }
        });
    }

    private String at(String alias) {
        return path + "/federated-identity/" + AdminRealm.encoded(alias);
    }
}
