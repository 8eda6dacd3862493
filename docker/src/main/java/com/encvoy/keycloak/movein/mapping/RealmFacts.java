package com.encvoy.keycloak.movein.mapping;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The properties of the realm on which a move depends.
 *
 * @param name of the realm
 * @param profile its user profile
 * @param locales languages of its pages; empty if it has one only
 * @param actions required actions that are enabled
 * @param scopes client scopes
 * @param host name of the host that passkeys belong to
 * @param defaultRole name of the role that each new person gets
 * @param today {@code yyyy-MM-dd}, in UTC
 */
public record RealmFacts(
        String name,
        ProfileCheck profile,
        Set<String> locales,
        Set<String> actions,
        Set<String> scopes,
        String host,
        String defaultRole,
        String today) {

    /** @param profile the answer of {@code GET /users/profile} */
    public static RealmFacts of(
            String name,
            JsonNode profile,
            Set<String> locales,
            Set<String> actions,
            Set<String> scopes,
            String host,
            String defaultRole,
            String today) {
        return new RealmFacts(name, new ProfileCheck(profile), locales, actions, scopes, host, defaultRole, today);
    }

    /** Provider id of the required action that offers to restore an account. */
    static final String RESTORE = "encvoy-restore-account";

    /** Whether accounts can be restored until a day, and are deleted then. */
    boolean canRestore() {
        return actions.contains(RESTORE);
    }
}
