package com.encvoy.keycloak.dashboard.activity;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.events.EventType;
import org.keycloak.models.RealmModel;

/** Which events a realm stores, and for how long. */
final class Recording {

    private final RealmModel realm;
    private final Set<String> types;

    Recording(RealmModel realm) {
        this.realm = realm;
        this.types = realm.getEnabledEventTypesStream().collect(Collectors.toSet());
    }

    Map<String, Object> model() {
        return Map.of(
                "signIns", stores(EventType.LOGIN),
                "refusals", stores(EventType.LOGIN_ERROR) && stores(EventType.CODE_TO_TOKEN_ERROR),
                "changes", realm.isAdminEventsEnabled(),
                "days", days());
    }

    /** Keycloak stores its own choice of types where a realm names none. */
    private boolean stores(EventType type) {
        return realm.isEventsEnabled() && (types.isEmpty() ? type.isSaveByDefault() : types.contains(type.name()));
    }

    /** 0 if nothing is ever removed, or after less than a day. */
    private long days() {
        return realm.getEventsExpiration() / 86_400;
    }
}
