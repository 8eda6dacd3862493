package com.encvoy.keycloak.movein.realm;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

import com.encvoy.keycloak.admin.AdminAnswer;
import com.encvoy.keycloak.admin.AdminRealm;
import com.encvoy.keycloak.movein.mapping.ProviderMapping;
import com.encvoy.keycloak.movein.mapping.SigningKeys;
import com.encvoy.keycloak.movein.state.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes identity providers, signing keys, and the mapper for people whose number is not their id. */
final class ProviderWriter {

    private static final String MAPPER = "encvoy-subject-mapper";

    private final AdminRealm realm;
    private final URI server;
    private final Outcome outcome;

    ProviderWriter(AdminRealm realm, URI server, Outcome outcome) {
        this.realm = realm;
        this.server = server;
        this.outcome = outcome;
    }

    void bringProvider(String alias, JsonNode row) {
        State now = new State("0").withAll(new TreeMap<>(ProviderMapping.options(row)));
        String path = "/identity-provider/instances/" + AdminRealm.encoded(alias);
        JsonNode found = realm.get(path);
        if (found.isMissingNode()) {
            AdminAnswer answer = realm.send(
                    "POST",
                    "/identity-provider/instances",
                    ProviderMapping.json(alias, row, State.ATTRIBUTE, now.toString()));
            if (!answer.isSuccess()) {
                outcome.failed("The identity provider " + alias + " was refused (status " + answer.status() + ", "
                        + answer.reason() + ").");
                return;
            }
            outcome.count("identity providers brought");
            callback(alias);
            return;
        }
        State before = State.parse(found.path("config").path(State.ATTRIBUTE).asText(""));
        if (before == null) {
            outcome.kept("The identity provider " + alias + " is already set up here and stays as it is.");
            return;
        }
        callback(alias);
        if (!before.whole().equals(now.whole())) {
            update(path, found.deepCopy(), before, now, ProviderMapping.options(row));
        }
    }

    /** Reported by each run, because a run that was killed may not have reported it. */
    private void callback(String alias) {
        outcome.hint("Register the callback address " + server + "/realms/" + AdminRealm.encoded(realm.name())
                + "/broker/" + alias + "/endpoint at the provider " + alias + ".");
    }

    private void update(String path, ObjectNode found, State before, State now, Map<String, String> options) {
        ObjectNode config = found.withObject("/config");
        options.forEach((name, value) -> {
            // Keycloak shows no secret, so that it cannot be told whether it was changed here.
            boolean asBrought = name.equals("clientSecret")
                    || before.isAsBrought(name, config.path(name).asText(null));
            if (before.isNews(name, value) && asBrought) {
                config.put(name, value);
            } else if (before.isNews(name, value)) {
                outcome.kept("The option " + name + " of an identity provider was changed here and stays as it is.");
            }
        });
        config.put(State.ATTRIBUTE, now.toString());
        realm.put(path, found);
        outcome.count("identity providers updated");
    }

    /** @param jwks the file {@code jwks.json} */
    void bringKeys(JsonNode jwks) {
        String parent = realm.get("").path("id").asText();
        JsonNode here = realm.get("/components?type=org.keycloak.keys.KeyProvider");
        for (ObjectNode component : SigningKeys.components(jwks)) {
            boolean isHere = here.findValuesAsText("name")
                    .contains(component.path("name").asText());
            if (!isHere) {
                realm.post("/components", component.put("parentId", parent));
                outcome.count("signing keys brought");
            }
        }
    }

    /** Lets applications see the attribute {@code encvoy_sub} as the subject. */
    void addSubjectMapper() {
        for (JsonNode scope : realm.get("/client-scopes")) {
            if (!scope.path("name").asText().equals("encvoy")) {
                continue;
            }
            for (JsonNode mapper : scope.path("protocolMappers")) {
                if (mapper.path("protocolMapper").asText().equals(MAPPER)) {
                    return;
                }
            }
            realm.post(
                    "/client-scopes/" + scope.path("id").asText() + "/protocol-mappers/models",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("name", "subject of moved people")
                            .put("protocol", "openid-connect")
                            .put("protocolMapper", MAPPER));
            outcome.count("mappers added to the client scope encvoy");
        }
    }
}
