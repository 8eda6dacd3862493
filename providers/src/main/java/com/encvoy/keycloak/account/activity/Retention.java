package com.encvoy.keycloak.account.activity;

import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.events.EventType;
import org.keycloak.models.RealmModel;

/**
 * Which events of people a realm stores, and for how long.
 *
 * @param signIns whether it stores sign-ins
 * @param refusals whether it stores refused sign-ins
 * @param changes whether it stores changes of accounts
 * @param days after which it forgets; 0 if it never does, or earlier
 */
public record Retention(boolean signIns, boolean refusals, boolean changes, long days) {

    private static final int DAY = 86_400;

    public static Retention of(RealmModel realm) {
        Set<String> types = realm.getEnabledEventTypesStream().collect(Collectors.toSet());
        return new Retention(
                stores(realm, types, EventType.LOGIN),
                stores(realm, types, EventType.LOGIN_ERROR),
                stores(realm, types, EventType.UPDATE_CREDENTIAL) && stores(realm, types, EventType.UPDATE_PROFILE),
                realm.getEventsExpiration() / DAY);
    }

    /** Keycloak stores its own choice of types where a realm names none. */
    private static boolean stores(RealmModel realm, Set<String> types, EventType type) {
        return realm.isEventsEnabled() && (types.isEmpty() ? type.isSaveByDefault() : types.contains(type.name()));
    }
}
