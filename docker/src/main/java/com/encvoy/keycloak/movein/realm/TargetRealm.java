package com.encvoy.keycloak.movein.realm;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.encvoy.keycloak.admin.AdminRealm;
import com.encvoy.keycloak.command.UserError;
import com.encvoy.keycloak.movein.mapping.RealmFacts;
import com.encvoy.keycloak.movein.state.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The realm as it was when the run began. */
public final class TargetRealm {

    private static final String RESTORE = "encvoy-restore-account";

    private final AdminRealm realm;
    private final URI address;
    private final JsonNode settings;
    private final JsonNode profile;
    private final Set<String> actions = new HashSet<>();
    private final Set<String> scopes = new HashSet<>();
    private final boolean canRegisterRestore;

    private TargetRealm(AdminRealm realm, URI address) {
        this.realm = realm;
        this.address = address;
        this.settings = realm.get("");
        if (settings.isMissingNode()) {
            throw new UserError("The realm " + realm.name() + " does not exist on this server: create it from"
                    + " realm-config/encvoy-realm.json, or install the pack in an existing realm.");
        }
        this.profile = realm.get("/users/profile");
        for (JsonNode action : realm.get("/authentication/required-actions")) {
            if (action.path("enabled").asBoolean()) {
                actions.add(action.path("alias").asText());
            }
        }
        realm.get("/client-scopes")
                .forEach(scope -> scopes.add(scope.path("name").asText()));
        boolean canRegister = false;
        for (JsonNode action : realm.get("/authentication/unregistered-required-actions")) {
            canRegister |= action.path("providerId").asText().equals(RESTORE);
        }
        this.canRegisterRestore = canRegister;
        if (canRegister) {
            actions.add(RESTORE);
        }
    }

    /**
     * @param address of the server, as people will reach it
     * @throws UserError if there is no such realm
     */
    public static TargetRealm read(AdminRealm realm, URI address) {
        return new TargetRealm(realm, address);
    }

    /** Whether the realm has the pack's client scope, without which tokens are not those of Encvoy ID. */
    public boolean hasPack() {
        return scopes.contains("encvoy");
    }

    /** @param declared the profile as it will be; the answer of {@link #profile()} before */
    public RealmFacts facts(JsonNode declared) {
        Set<String> locales = new HashSet<>();
        if (settings.path("internationalizationEnabled").asBoolean()) {
            settings.path("supportedLocales").forEach(locale -> locales.add(locale.asText()));
        }
        return RealmFacts.of(
                realm.name(),
                declared,
                locales,
                actions,
                scopes,
                settings.path("webAuthnPolicyPasswordlessRpId").asText("").isBlank()
                        ? address.getHost()
                        : settings.path("webAuthnPolicyPasswordlessRpId").asText(),
                settings.path("defaultRole").path("name").asText("default-roles-" + realm.name()),
                LocalDate.now(ZoneOffset.UTC).toString());
    }

    public JsonNode profile() {
        return profile;
    }

    Set<String> scopes() {
        return scopes;
    }

    /** Client IDs of clients that did not move in. */
    public Set<String> otherClients() {
        Set<String> others = new TreeSet<>();
        for (JsonNode client : realm.pages("/clients", 200)) {
            if (!client.path("attributes").has(State.ATTRIBUTE)) {
                others.add(client.path("clientId").asText());
            }
        }
        return others;
    }

    /** Paths of the groups that each new person joins. */
    List<String> defaultGroups() {
        List<String> paths = new ArrayList<>();
        realm.get("/default-groups")
                .forEach(group -> paths.add(group.path("path").asText()));
        return paths;
    }

    /** Declares what people have. */
    void declare(JsonNode declared) {
        if (!declared.equals(profile)) {
            realm.put("/users/profile", declared);
        }
    }

    /** Lets people restore accounts that are to be deleted. */
    void registerRestore() {
        if (canRegisterRestore) {
            realm.post(
                    "/authentication/register-required-action",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("providerId", RESTORE)
                            .put("name", "Encvoy: restore account"));
        }
    }
}
