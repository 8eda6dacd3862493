package com.encvoy.keycloak.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.encvoy.keycloak.command.UserError;
import com.encvoy.keycloak.install.thing.RealmFile;
import com.encvoy.keycloak.install.thing.RealmState;
import com.fasterxml.jackson.databind.JsonNode;

/** Gives existing applications the scopes of the realm file. Applications are read a page at a time. */
final class ClientScopes {

    private static final int PAGE = 100;

    /** Keycloak's own applications, which get no scopes. */
    private static final Set<String> OWN = Set.of(
            "account",
            "account-console",
            "admin-cli",
            "broker",
            "realm-management",
            "security-admin-console",
            "encvoy-dashboard");

    private static final String DEFAULT = "default-client-scopes";
    private static final String OPTIONAL = "optional-client-scopes";

    private final RealmState realm;
    private final RealmFile file;
    private final List<String> chosen;
    private final boolean isAll;

    /**
     * @param chosen client IDs of applications
     * @param isAll whether all applications are meant
     */
    ClientScopes(RealmState realm, RealmFile file, List<String> chosen, boolean isAll) {
        this.realm = realm;
        this.file = file;
        this.chosen = chosen;
        this.isAll = isAll;
    }

    /**
     * A scope that an application lacks.
     *
     * @param client id of the client in Keycloak
     * @param list in which the scope is missing, a part of the path
     * @param scope name of the scope
     */
    record Link(String client, String list, String scope) {

        static Link of(String text) {
            String[] parts = text.split(" ", 3);
            return new Link(parts[0], parts[1], parts[2]);
        }

        @Override
        public String toString() {
            return client + " " + list + " " + scope;
        }
    }

    /** @throws UserError if there is no application with a client ID that was chosen */
    Iterable<JsonNode> clients() {
        if (isAll) {
            return realm.pages("/clients", PAGE);
        }
        List<JsonNode> clients = new ArrayList<>();
        for (String clientId : chosen) {
            clients.add(realm.client(clientId)
                    .orElseThrow(() ->
                            new UserError("There is no client " + clientId + " in the realm " + realm.name() + ".")));
        }
        return clients;
    }

    /** @return how many applications lack a scope */
    int lacking() {
        int number = 0;
        for (JsonNode client : clients()) {
            number += missing(client).isEmpty() ? 0 : 1;
        }
        return number;
    }

    /** The scopes that an application lacks; none for Keycloak's own and for other protocols. */
    List<Link> missing(JsonNode client) {
        List<Link> missing = new ArrayList<>();
        boolean isMeant = client.path("protocol").asText("openid-connect").equals("openid-connect")
                && !client.path("bearerOnly").asBoolean()
                && !(isAll && OWN.contains(client.path("clientId").asText()));
        if (isMeant) {
            file.defaultScopes().forEach(scope -> addMissing(missing, client, DEFAULT, scope));
            file.optionalScopes().forEach(scope -> addMissing(missing, client, OPTIONAL, scope));
        }
        return missing;
    }

    private static void addMissing(List<Link> missing, JsonNode client, String list, String scope) {
        if (!has(client.path("defaultClientScopes"), scope) && !has(client.path("optionalClientScopes"), scope)) {
            missing.add(new Link(client.path("id").asText(), list, scope));
        }
    }

    private static boolean has(JsonNode scopes, String scope) {
        for (JsonNode name : scopes) {
            if (name.asText().equals(scope)) {
                return true;
            }
        }
        return false;
    }

    static void assign(RealmState realm, Link link, String scopeId) {
        realm.put("/clients/" + link.client() + "/" + link.list() + "/" + scopeId, null);
    }

    static void withdraw(RealmState realm, Link link, String scopeId) {
        realm.delete("/clients/" + link.client() + "/" + link.list() + "/" + scopeId);
    }
}
