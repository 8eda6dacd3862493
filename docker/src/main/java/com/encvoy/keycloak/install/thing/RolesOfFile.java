package com.encvoy.keycloak.install.thing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The clients and the roles of a realm file. Those of Sentry's client are a part of their own. */
final class RolesOfFile {

    private static final String TEMPLATE = "encvoy.template";

    private final JsonNode file;
    private final Set<String> products = new TreeSet<>();

    /** A client that was made from a template is a product, such as Sentry. */
    RolesOfFile(JsonNode file) {
        this.file = file;
        for (JsonNode client : file.path("clients")) {
            if (client.path("attributes").has(TEMPLATE)) {
                products.add(client.path("clientId").asText());
            }
        }
    }

    /** The first product with its roles. */
    JsonNode product() {
        ObjectNode product = RealmFile.stream(file.path("clients"))
                .filter(client -> products.contains(client.path("clientId").asText()))
                .findFirst()
                .orElseThrow()
                .deepCopy();
        return product.set(
                "roles",
                file.path("roles").path("client").path(product.path("clientId").asText()));
    }

    void addTo(List<Wanted> wanted) {
        for (JsonNode client : file.path("clients")) {
            String clientId = client.path("clientId").asText();
            wanted.add(new Wanted(part(clientId), Things.CLIENT + ":" + clientId, ClientThing.form(client), client));
        }
        JsonNode realmRoles = file.path("roles").path("realm");
        realmRoles.forEach(role -> {
            if (!isDefaultRole(role)) {
                wanted.add(new Wanted(
                        Part.DASHBOARD, Things.ROLE + ":" + RealmFile.name(role), RoleThing.form(role), role));
            }
        });
        file.path("roles")
                .path("client")
                .properties()
                .forEach(client -> client.getValue()
                        .forEach(role -> wanted.add(new Wanted(
                                part(client.getKey()),
                                Things.CLIENT_ROLE + ":" + client.getKey() + "/" + RealmFile.name(role),
                                RoleThing.form(role),
                                role))));
        realmRoles.forEach(role -> composites(
                wanted, isDefaultRole(role) ? RealmFile.DEFAULT_ROLE : RealmFile.name(role), role.path("composites")));
        composites(wanted, RealmFile.DEFAULT_ROLE, file.path("defaultRole").path("composites"));
        scopeMappings(wanted);
        file.path("defaultRoles").forEach(name -> composite(wanted, RealmFile.DEFAULT_ROLE, "role/" + name.asText()));
    }

    private void scopeMappings(List<Wanted> wanted) {
        file.path("clientScopeMappings")
                .properties()
                .forEach(container -> container
                        .getValue()
                        .forEach(mapping -> mapping.path("roles")
                                .forEach(role -> wanted.add(Wanted.of(
                                        part(mapping.path("client").asText()),
                                        Things.SCOPE_MAPPING + ":"
                                                + mapping.path("client").asText() + "/" + container.getKey() + "/"
                                                + role.asText(),
                                        Canonical.JSON.getNodeFactory().booleanNode(true))))));
    }

    private static boolean isDefaultRole(JsonNode role) {
        return RealmFile.name(role).startsWith(RealmFile.DEFAULT_ROLE + "-");
    }

    private Part part(String clientId) {
        return products.contains(clientId) ? Part.SENTRY : Part.DASHBOARD;
    }

    private static void composites(List<Wanted> wanted, String role, JsonNode composites) {
        composites.path("realm").forEach(name -> composite(wanted, role, "role/" + name.asText()));
        composites
                .path("client")
                .properties()
                .forEach(client -> client.getValue()
                        .forEach(name ->
                                composite(wanted, role, "client-role/" + client.getKey() + "/" + name.asText())));
    }

    private static void composite(List<Wanted> wanted, String role, String contained) {
        wanted.add(Wanted.of(
                Part.DASHBOARD,
                Things.COMPOSITE + ":" + role + "/" + contained,
                Canonical.JSON.getNodeFactory().booleanNode(true)));
    }
}
