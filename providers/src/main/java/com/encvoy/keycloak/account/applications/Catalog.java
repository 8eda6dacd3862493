package com.encvoy.keycloak.account.applications;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.access.CatalogEntry;
import com.encvoy.keycloak.application.Settings;

/**
 * The catalogue of a realm: the applications that are listed there and that the person may use. All entries are found
 * with one statement ({@link CatalogEntry}); clients are read for one page only.
 */
public final class Catalog {

    /** A catalogue of more applications than this lists the first ones, by client ID. */
    static final int MOST = 5000;

    /** How many applications are looked at for one page: people may not use some of them. */
    static final int MAX_EXAMINED = 200;

    private static final Comparator<Listed> ORDER = Comparator.comparing(
                    (Listed listed) -> listed.entry().type().isEmpty())
            .thenComparing(listed -> listed.entry().type(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(listed -> listed.entry().title(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Listed::id);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UsableApplications rule;

    /**
     * Some applications of the catalogue, by heading and name.
     *
     * @param next where the next page begins; -1 if there is none
     */
    public record Page(List<Usable> applications, int next) {}

    private record Listed(String id, CatalogEntry entry) {

        private boolean matches(String part) {
            return Stream.of(entry.title(), entry.type())
                    .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(part));
        }
    }

    public Catalog(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.rule = new UsableApplications(session, realm, user);
    }

    /** Whether the realm has a catalogue. */
    public boolean isOn() {
        return Settings.CATALOG.valueFor(realm, null);
    }

    /**
     * @param search part of name or heading; blank for all
     * @param first how many entries to skip
     */
    public Page page(String search, int first, int max) {
        List<Listed> entries = entries(search.strip().toLowerCase(Locale.ROOT));
        List<Usable> found = new ArrayList<>();
        int position = first;
        while (position < entries.size() && position < first + MAX_EXAMINED && found.size() < max) {
            usable(entries.get(position).id()).ifPresent(found::add);
            position++;
        }
        return new Page(found, position < entries.size() ? position : -1);
    }

    private List<Listed> entries(String part) {
        try (Stream<RoleModel> roles =
                session.roles().searchForClientRolesStream(realm, CatalogEntry.ROLE, Stream.empty(), 0, MOST)) {
            return roles.filter(role -> CatalogEntry.ROLE.equals(role.getName()))
                    .map(role -> new Listed(role.getContainerId(), CatalogEntry.of(role)))
                    .filter(listed -> listed.matches(part))
                    .sorted(ORDER)
                    .toList();
        }
    }

    /** The listed applications that the person may use. */
    Optional<Usable> usable(String id) {
        ClientModel client = realm.getClientById(id);
        return client != null && CatalogEntry.isListed(client) ? rule.usable(client) : Optional.empty();
    }
}
