package com.encvoy.keycloak.application.editing;

import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;

import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.application.RealmSettings;

/** How many applications a person may own. */
final class ApplicationLimit {

    private final KeycloakSession session;
    private final RealmModel realm;

    ApplicationLimit(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Whether a person may not create another one now. Until the transaction is completed, no other request may. */
    Optional<Refusal> refusal(UserModel person) {
        if (!Turn.take(session, "application.create", person.getId())) {
            return Optional.of(Turn.refusal());
        }
        int limit = RealmSettings.MAX_APPLICATIONS_PER_PERSON.valueFor(realm, null);
        return owned(person) < limit
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "", "too_many_applications", "A person may own at most " + limit + " applications.", limit));
    }

    private long owned(UserModel person) {
        // Not from the cache, which may not know yet what the request before this one stored. People who are not in
        // Keycloak's database come from their directory.
        UserModel stored = session.getProvider(UserProvider.class).getUserById(realm, person.getId());
        return (stored == null ? person : stored)
                .getRoleMappingsStream()
                .filter(RoleModel::isClientRole)
                .filter(role -> ApplicationRole.OWNER.name().equals(role.getName()))
                .count();
    }
}
