package com.encvoy.keycloak.install.thing;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A client. Its addresses, its secret and its look are not compared: they belong to the installation, and the dashboard
 * fills in its own at the first visit.
 */
final class ClientThing implements Thing {

    private static final String PATH = "/clients";
    private static final String DEFAULT = "defaultClientScopes";
    private static final String OPTIONAL = "optionalClientScopes";
    private static final String ATTRIBUTES = "attributes";

    private static final List<String> MEMBERS = List.of(
            "publicClient",
            "standardFlowEnabled",
            "implicitFlowEnabled",
            "directAccessGrantsEnabled",
            "serviceAccountsEnabled",
            "consentRequired",
            "fullScopeAllowed",
            ATTRIBUTES,
            DEFAULT,
            OPTIONAL);

    /** Filled in by Keycloak or by its consoles. */
    private static final Set<String> FILLED_IN = Set.of(
            "realm_client",
            "client.secret.creation.time",
            "backchannel.logout.session.required",
            "backchannel.logout.revoke.offline.tokens",
            "oauth2.device.authorization.grant.enabled",
            "display.on.consent.screen",
            "login_theme");

    private static final String POST_LOGOUT = "post.logout.redirect.uris";

    private final RealmState realm;
    private final String clientId;

    ClientThing(RealmState realm, String clientId) {
        this.realm = realm;
        this.clientId = clientId;
    }

    static JsonNode form(JsonNode client) {
        ObjectNode form = client.deepCopy();
        if (form.path(ATTRIBUTES) instanceof ObjectNode attributes) {
            attributes.remove(FILLED_IN);
            if (attributes.path(POST_LOGOUT).asText().equals("+")) {
                attributes.remove(POST_LOGOUT);
            }
        }
        return Canonical.of(form, MEMBERS);
    }

    private ObjectNode found() {
        return realm.client(clientId).orElseThrow().deepCopy();
    }

    private String path() {
        return PATH + "/" + found().path("id").asText();
    }

    @Override
    public JsonNode present() {
        return realm.client(clientId).map(ClientThing::form).orElse(Canonical.of(null));
    }

    @Override
    public void make(JsonNode body) {
        realm.post(PATH, body);
    }

    @Override
    public void change(JsonNode form) {
        ObjectNode client = found();
        ObjectNode attributes = client.withObject(ATTRIBUTES);
        MEMBERS.stream().filter(member -> client.path(member).isBoolean()).forEach(member -> client.put(member, false));
        form.properties().forEach(member -> {
            if (!member.getKey().equals(ATTRIBUTES)) {
                client.set(member.getKey(), member.getValue());
            }
        });
        // Keycloak removes an attribute that is empty, and keeps one that is not sent.
        form(client).path(ATTRIBUTES).fieldNames().forEachRemaining(name -> attributes.put(name, ""));
        if (form.path(ATTRIBUTES) instanceof ObjectNode wanted) {
            attributes.setAll(wanted);
        }
        realm.put(path(), client);
        assign(form.path(DEFAULT), DEFAULT, "/default-client-scopes/");
        assign(form.path(OPTIONAL), OPTIONAL, "/optional-client-scopes/");
    }

    /** Keycloak ignores the lists of scopes when a client is updated. */
    private void assign(JsonNode scopes, String member, String link) {
        for (JsonNode scope : scopes) {
            String id = realm.idOf(ScopeThing.PATH, "name", scope.asText());
            boolean has = false;
            for (JsonNode assigned : found().path(member)) {
                has |= assigned.equals(scope);
            }
            if (!has && !id.isEmpty()) {
                realm.put(path() + link + id, null);
            }
        }
    }

    @Override
    public void remove() {
        realm.delete(path());
    }
}
