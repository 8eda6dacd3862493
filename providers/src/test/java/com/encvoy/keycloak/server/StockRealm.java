package com.encvoy.keycloak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.util.JsonSerialization;

/**
 * A realm without the pack that does the same work as the pack's: it stores the same events, counts failed logins, asks
 * for the user name and the password on two pages, and has a user profile of the same size. Its application is given
 * offline tokens.
 */
public final class StockRealm {

    /** Client scopes that every realm has. */
    private static final Set<String> SCOPES = Set.of("profile", "email", "phone", "address");

    private static final String FLOW = "two pages";

    private StockRealm() {}

    public static RealmRepresentation representation() {
        RealmRepresentation pack = pack();
        RealmRepresentation realm = new RealmRepresentation();
        realm.setRealm("stock");
        realm.setEnabled(true);
        realm.setEventsEnabled(pack.isEventsEnabled());
        realm.setEventsExpiration(pack.getEventsExpiration());
        realm.setEnabledEventTypes(pack.getEnabledEventTypes());
        realm.setAdminEventsEnabled(pack.isAdminEventsEnabled());
        realm.setBruteForceProtected(pack.isBruteForceProtected());
        realm.setAccessTokenLifespan(pack.getAccessTokenLifespan());
        return realm;
    }

    /** A file to import, written once per run. */
    public static Path file() {
        return Written.FILE;
    }

    private static final class Written {

        private static final Path FILE = write(Pack.target().resolve("stock-realm.json"));
    }

    private static Path write(Path file) {
        try {
            return Files.writeString(file, JsonSerialization.writeValueAsString(representation()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keycloak's browser flow, with a page for the user name and one for the password. */
    public static void askOnTwoPages(RealmResource realm) {
        realm.flows().copy("browser", Map.of("newName", FLOW)).close();
        AuthenticationExecutionInfoRepresentation single = execution(realm, "auth-username-password-form");
        realm.flows().removeExecution(single.getId());
        for (String page : List.of("auth-username-form", "auth-password-form")) {
            realm.flows().addExecution(FLOW + " forms", Map.of("provider", page));
            AuthenticationExecutionInfoRepresentation added = execution(realm, page);
            added.setRequirement("REQUIRED");
            realm.flows().updateExecutions(FLOW, added);
            // Before the conditional second factor.
            realm.flows().raisePriority(added.getId());
        }
        RealmRepresentation change = new RealmRepresentation();
        change.setBrowserFlow(FLOW);
        realm.update(change);
    }

    private static AuthenticationExecutionInfoRepresentation execution(RealmResource realm, String provider) {
        return realm.flows().getExecutions(FLOW).stream()
                .filter(execution -> provider.equals(execution.getProviderId()))
                .findFirst()
                .orElseThrow();
    }

    /** The attributes of the pack's profile, without validators and selectors that only the pack has. */
    public static UPConfig userProfile() {
        try {
            UPConfig profile = JsonSerialization.readValue(
                    pack().getComponents()
                            .getFirst(UserProfileProvider.class.getName())
                            .getConfig()
                            .getFirst("kc.user.profile.config"),
                    UPConfig.class);
            profile.getAttributes().forEach(StockRealm::withoutPack);
            return profile;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void withoutPack(UPAttribute attribute) {
        if (attribute.getValidations() != null) {
            attribute.getValidations().keySet().removeIf(validator -> validator.startsWith("encvoy-"));
        }
        if (attribute.getSelector() != null
                && !SCOPES.containsAll(attribute.getSelector().getScopes())) {
            attribute.setSelector(null);
        }
        if (attribute.getRequired() != null && !SCOPES.containsAll(scopes(attribute))) {
            attribute.setRequired(null);
        }
    }

    private static Set<String> scopes(UPAttribute attribute) {
        Set<String> scopes = attribute.getRequired().getScopes();
        return scopes == null ? Set.of() : scopes;
    }

    private static RealmRepresentation pack() {
        try {
            return JsonSerialization.readValue(Pack.realm(), RealmRepresentation.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
