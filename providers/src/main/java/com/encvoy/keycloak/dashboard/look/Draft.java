package com.encvoy.keycloak.dashboard.look;

import java.util.HashMap;
import java.util.Map;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.delegate.ClientModelLazyDelegate;
import org.keycloak.models.utils.RealmModelDelegate;

/** An application or a realm as it would be with other settings, which are not stored. */
final class Draft {

    private Draft() {}

    /** @param settings by key; empty text for one that is unset */
    static ClientModel of(ClientModel client, Map<String, String> settings) {
        return new ClientModelLazyDelegate(() -> client) {
            @Override
            public String getAttribute(String name) {
                return settings.containsKey(name) ? settings.get(name) : super.getAttribute(name);
            }

            @Override
            public Map<String, String> getAttributes() {
                Map<String, String> attributes = new HashMap<>(super.getAttributes());
                attributes.putAll(settings);
                return attributes;
            }
        };
    }

    /** @param settings by key; empty text for one that is unset */
    static RealmModel of(RealmModel realm, Map<String, String> settings) {
        return new RealmModelDelegate(realm) {
            @Override
            public String getAttribute(String name) {
                return settings.containsKey(name) ? settings.get(name) : super.getAttribute(name);
            }

            @Override
            public Map<String, String> getAttributes() {
                Map<String, String> attributes = new HashMap<>(super.getAttributes());
                attributes.putAll(settings);
                return attributes;
            }
        };
    }
}
