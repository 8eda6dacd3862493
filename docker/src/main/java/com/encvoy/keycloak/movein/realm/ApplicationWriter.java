package com.encvoy.keycloak.movein.realm;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import com.encvoy.keycloak.admin.AdminAnswer;
import com.encvoy.keycloak.admin.AdminRealm;
import com.encvoy.keycloak.install.thing.RealmFile;
import com.encvoy.keycloak.movein.mapping.MovedApplication;
import com.encvoy.keycloak.movein.state.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Creates the clients of applications, and brings later changes. What was changed here stays as it is here. */
final class ApplicationWriter {

    /** Keeps people signed in for months: an application that wants it asks for it, as with Encvoy ID. */
    private static final String ASKED_FOR = "offline_access";

    private static final Set<String> LISTS = Set.of("redirectUris", "webOrigins");
    private static final Set<String> FLAGS = Set.of("publicClient", "standardFlowEnabled", "implicitFlowEnabled");

    /** The client of an application in the realm file of the pack. */
    private final JsonNode shipped = RealmFile.shipped(Map.of()).application();

    private final AdminRealm realm;
    private final Set<String> scopes;
    private final PictureUpload pictures;
    private final Outcome outcome;

    ApplicationWriter(AdminRealm realm, Set<String> scopes, PictureUpload pictures, Outcome outcome) {
        this.realm = realm;
        this.pictures = pictures;
        this.scopes = Set.copyOf(scopes);
        this.outcome = outcome;
    }

    void bring(MovedApplication mapped) {
        MovedApplication application = pictures.of(mapped);
        String query = "/clients?clientId=" + AdminRealm.encoded(application.clientId());
        JsonNode found = realm.get(query).path(0);
        if (found.isMissingNode()) {
            String id = create(application);
            if (!id.isEmpty()) {
                roles(id, Set.of());
            }
        } else if (update(application, found.deepCopy())) {
            String id = found.path("id").asText();
            Set<String> here = new HashSet<>();
            realm.get("/clients/" + id + "/roles")
                    .forEach(role -> here.add(role.path("name").asText()));
            roles(id, here);
        }
    }

    private String create(MovedApplication application) {
        ObjectNode client = JsonNodeFactory.instance.objectNode();
        client.put("clientId", application.clientId());
        client.put("protocol", "openid-connect");
        client.put("enabled", true);
        client.put("clientAuthenticatorType", "client-secret");
        for (String off :
                List.of("directAccessGrantsEnabled", "serviceAccountsEnabled", "consentRequired", "fullScopeAllowed")) {
            client.put(off, false);
        }
        scopes(client);
        application.fields().forEach((name, value) -> set(client, name, value));
        set(
                client,
                MovedApplication.ATTRIBUTE + State.ATTRIBUTE,
                application.state().toString());
        AdminAnswer answer = realm.send("POST", "/clients", client);
        if (!answer.isSuccess()) {
            outcome.failed("Application " + application.clientId() + " was refused (status " + answer.status() + ", "
                    + answer.reason() + ").");
            return "";
        }
        outcome.count("applications brought");
        return answer.createdId();
    }

    /** Sets the scopes of an application of the pack, without those that the realm lacks. */
    private void scopes(ObjectNode client) {
        ArrayNode always = client.putArray("defaultClientScopes");
        ArrayNode asked = client.putArray("optionalClientScopes");
        for (String list : List.of("defaultClientScopes", "optionalClientScopes")) {
            for (JsonNode scope : shipped.path(list)) {
                if (scopes.contains(scope.asText())) {
                    boolean isAsked =
                            list.startsWith("optional") || scope.asText().equals(ASKED_FOR);
                    (isAsked ? asked : always).add(scope.asText());
                }
            }
        }
    }

    /** @return whether it is a client that moved in, so that a run that was killed may have left it without roles */
    private boolean update(MovedApplication application, ObjectNode client) {
        State before = State.parse(get(client, MovedApplication.ATTRIBUTE + State.ATTRIBUTE));
        if (before == null) {
            outcome.failed("Application " + application.clientId() + " was not brought: the realm has another client"
                    + " with this client ID.");
            return false;
        }
        if (before.whole().equals(application.state().whole())) {
            return true;
        }
        Map<String, String> wanted = new HashMap<>(application.fields());
        client.path("attributes")
                .fieldNames()
                .forEachRemaining(name -> addIfBrought(wanted, before, MovedApplication.ATTRIBUTE + name));
        for (Map.Entry<String, String> field : wanted.entrySet()) {
            String here = get(client, field.getKey());
            if (!before.isNews(field.getKey(), field.getValue()) || Objects.equals(here, field.getValue())) {
                continue;
            }
            if (before.isAsBrought(field.getKey(), here)) {
                set(client, field.getKey(), field.getValue());
            } else {
                outcome.kept(field.getKey().replace(MovedApplication.ATTRIBUTE, "The setting ") + " of application "
                        + application.clientId() + " was changed here and stays as it is.");
            }
        }
        set(
                client,
                MovedApplication.ATTRIBUTE + State.ATTRIBUTE,
                application.state().toString());
        AdminAnswer answer = realm.send("PUT", "/clients/" + client.path("id").asText(), client);
        if (answer.isSuccess()) {
            outcome.count("applications updated");
        } else {
            outcome.failed("Application " + application.clientId() + " was not updated (status " + answer.status()
                    + ", " + answer.reason() + ").");
        }
        return true;
    }

    private void addIfBrought(Map<String, String> wanted, State before, String name) {
        if (before.knows(name) && pictures.mayClear(name)) {
            wanted.putIfAbsent(name, null);
        }
    }

    private void roles(String id, Set<String> here) {
        for (JsonNode role : shipped.path("roles")) {
            if (!here.contains(role.path("name").asText())) {
                realm.post("/clients/" + id + "/roles", role);
            }
        }
    }

    private static void set(ObjectNode client, String name, String value) {
        if (name.startsWith(MovedApplication.ATTRIBUTE)) {
            // An empty value removes the attribute.
            client.withObject("/attributes")
                    .put(name.substring(MovedApplication.ATTRIBUTE.length()), value == null ? "" : value);
        } else if (LISTS.contains(name)) {
            ArrayNode list = client.putArray(name);
            Arrays.stream(value.split("\n")).filter(line -> !line.isEmpty()).forEach(list::add);
        } else if (FLAGS.contains(name)) {
            client.put(name, Boolean.parseBoolean(value));
        } else {
            client.put(name, value);
        }
    }

    /** @return null if there is none */
    private static String get(JsonNode client, String name) {
        JsonNode value = name.startsWith(MovedApplication.ATTRIBUTE)
                ? client.path("attributes").path(name.substring(MovedApplication.ATTRIBUTE.length()))
                : client.path(name);
        if (value.isArray()) {
            Set<String> lines = new TreeSet<>();
            value.forEach(line -> lines.add(line.asText()));
            return String.join("\n", lines);
        }
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }
}
