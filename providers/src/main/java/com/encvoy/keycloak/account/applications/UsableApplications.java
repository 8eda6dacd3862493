package com.encvoy.keycloak.account.applications;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.access.CatalogEntry;

/**
 * The applications that a person may use and can open: those that know the person, and those that Keycloak's account
 * console shows to everyone.
 */
public final class UsableApplications {

    /** At most this many of the clients that Keycloak shows to everyone are checked. */
    private static final int MOST_SHOWN_TO_ALL = 200;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    public UsableApplications(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /** By name. */
    public List<Usable> all() {
        return Stream.concat(
                        new KnownApplications(session, realm, user)
                                .all().stream().map(KnownApplication::client),
                        realm.getAlwaysDisplayInConsoleClientsStream().limit(MOST_SHOWN_TO_ALL))
                .distinct()
                .map(this::usable)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Usable::title, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(usable -> usable.client().getId()))
                .toList();
    }

    /** @return empty if it is disabled, has no address, or if the rule of access does not let the person in */
    Optional<Usable> usable(ClientModel client) {
        if (!client.isEnabled() || !KnownApplications.isShown(client)) {
            return Optional.empty();
        }
        return Launch.address(session, client)
                .filter(address -> AccessDecision.ofTokens(client, user).isAllowed())
                .map(address -> {
                    CatalogEntry entry = CatalogEntry.of(client);
                    return new Usable(client, entry.title(), entry.type(), address);
                });
    }
}
