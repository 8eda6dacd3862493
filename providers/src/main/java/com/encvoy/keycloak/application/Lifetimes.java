package com.encvoy.keycloak.application;

import java.util.List;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Encvoy ID's lifetimes of an application, carried over to Keycloak's settings of the client whenever it is saved. What was carried
 * over goes with the setting it came from; Keycloak's settings that somebody has made by hand stay.
 */
public final class Lifetimes implements ProviderEventListener {

    /** Client attribute, seconds from 60 to 86400, default the realm's: how long access tokens live. */
    public static final String ACCESS_TOKEN_TTL = "encvoy.access_token_ttl";

    /** Client attribute, seconds from 60 to 31536000, default the realm's: how long a refresh token lives without being used. */
    public static final String REFRESH_TOKEN_TTL = "encvoy.refresh_token_ttl";

    private static final String APPLIED = ".applied";
    private static final int MIN = 60;

    private static final List<Lifetime> ALL = List.of(
            new Lifetime(ACCESS_TOKEN_TTL, 24 * 60 * 60, List.of(OIDCConfigAttributes.ACCESS_TOKEN_LIFESPAN)),
            new Lifetime(REFRESH_TOKEN_TTL, 365 * 24 * 60 * 60, List.of(OIDCConfigAttributes.CLIENT_SESSION_IDLE_TIMEOUT,
                    OIDCConfigAttributes.CLIENT_OFFLINE_SESSION_IDLE_TIMEOUT)));

    private record Lifetime(String key, int max, List<String> keycloak) {
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof ClientModel.ClientUpdatedEvent updated) {
            apply(updated.getUpdatedClient());
        } else if (event instanceof RealmModel.RealmPostCreateEvent created) {
            created.getCreatedRealm().getClientsStream().forEach(Lifetimes::apply);
        }
    }

    private static void apply(ClientModel client) {
        for (Lifetime lifetime : ALL) {
            String value = client.getAttribute(lifetime.key());
            String applied = client.getAttribute(lifetime.key() + APPLIED);
            boolean isSet = value != null && !value.isBlank() && isAllowed(client, lifetime, value.strip());
            if (isSet && !value.strip().equals(applied)) {
                lifetime.keycloak().forEach(key -> client.setAttribute(key, value.strip()));
                client.setAttribute(lifetime.key() + APPLIED, value.strip());
            } else if (!isSet && applied != null) {
                lifetime.keycloak().forEach(client::removeAttribute);
                client.removeAttribute(lifetime.key() + APPLIED);
            }
        }
    }

    private static boolean isAllowed(ClientModel client, Lifetime lifetime, String value) {
        if (value.matches("\\d{1,9}") && Integer.parseInt(value) >= MIN && Integer.parseInt(value) <= lifetime.max()) {
            return true;
        }
        SettingsLog.warn(Application.where(client), lifetime.key(), value,
                "a number of seconds from " + MIN + " to " + lifetime.max(), "the realm's lifetime");
        return false;
    }
}
