package com.encvoy.keycloak.application;

import java.util.List;
import java.util.Optional;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Copies Encvoy ID's token lifetimes of an application to Keycloak's settings of the client whenever it is saved. When
 * such a setting is removed, its copy is removed too; lifetimes that an administrator set directly in Keycloak stay.
 */
public final class TokenLifetimeSync implements ProviderEventListener {

    private static final String APPLIED = ".applied";

    private static final List<Lifetime> ALL = List.of(
            new Lifetime(Settings.ACCESS_TOKEN_TTL, List.of(OIDCConfigAttributes.ACCESS_TOKEN_LIFESPAN)),
            new Lifetime(
                    Settings.REFRESH_TOKEN_TTL,
                    List.of(
                            OIDCConfigAttributes.CLIENT_SESSION_IDLE_TIMEOUT,
                            OIDCConfigAttributes.CLIENT_OFFLINE_SESSION_IDLE_TIMEOUT)));

    private record Lifetime(Setting<Optional<Integer>> setting, List<String> keycloak) {}

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof ClientModel.ClientUpdatedEvent updated) {
            apply(updated.getUpdatedClient());
        } else if (event instanceof RealmModel.RealmPostCreateEvent created) {
            created.getCreatedRealm().getClientsStream().forEach(TokenLifetimeSync::apply);
        }
    }

    private static void apply(ClientModel client) {
        for (Lifetime lifetime : ALL) {
            String mark = lifetime.setting().key() + APPLIED;
            String applied = client.getAttribute(mark);
            Optional<String> value = lifetime.setting().valueFor(client).map(String::valueOf);
            if (value.isPresent() && !value.get().equals(applied)) {
                lifetime.keycloak().forEach(key -> client.setAttribute(key, value.get()));
                client.setAttribute(mark, value.get());
            } else if (value.isEmpty() && applied != null) {
                lifetime.keycloak().forEach(client::removeAttribute);
                client.removeAttribute(mark);
            }
        }
        keepWithinSession(client);
    }

    /**
     * Keycloak refuses to save a client whose tokens would outlive the browser session. They end with it anyway, so the
     * copy for them is left out; the one for offline access stays.
     */
    private static void keepWithinSession(ClientModel client) {
        String applied = client.getAttribute(Settings.REFRESH_TOKEN_TTL.key() + APPLIED);
        if (applied != null
                && applied.equals(client.getAttribute(OIDCConfigAttributes.CLIENT_SESSION_IDLE_TIMEOUT))
                && Integer.parseInt(applied) > sessionIdleTimeout(client.getRealm())) {
            client.removeAttribute(OIDCConfigAttributes.CLIENT_SESSION_IDLE_TIMEOUT);
        }
    }

    private static int sessionIdleTimeout(RealmModel realm) {
        return realm.isRememberMe()
                ? Math.max(realm.getSsoSessionIdleTimeout(), realm.getSsoSessionIdleTimeoutRememberMe())
                : realm.getSsoSessionIdleTimeout();
    }
}
