package com.encvoy.keycloak.account.applications;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The applications that a person put first. */
public final class Favorites {

    /** User attribute: ids of clients. Stored in realms, never to be renamed. */
    public static final String ATTRIBUTE = "encvoy.favorites";

    /** Limited because Keycloak caches the attribute with the user. */
    public static final int MOST = 50;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    public Favorites(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /** Ids of clients, in the order in which they were chosen. */
    public Set<String> ids() {
        return user.getAttributeStream(ATTRIBUTE).limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The favourites that the person may use now.
     *
     * @param usable the applications that the person may use
     */
    public List<Usable> among(List<Usable> usable) {
        Map<String, Usable> known =
                usable.stream().collect(Collectors.toMap(found -> found.client().getId(), Function.identity()));
        Catalog catalog = new Catalog(session, realm, user);
        boolean listed = catalog.isOn();
        return ids().stream()
                .map(id -> Optional.ofNullable(known.get(id)).or(() -> listed ? catalog.usable(id) : Optional.empty()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether the person may put an application first: may use it, and sees it in a list. */
    public boolean mayChoose(String id) {
        Catalog catalog = new Catalog(session, realm, user);
        return (catalog.isOn() && catalog.usable(id).isPresent())
                || new UsableApplications(session, realm, user)
                        .all().stream()
                                .anyMatch(usable -> usable.client().getId().equals(id));
    }

    /** @return false if the limit has been reached */
    public boolean add(String id) {
        Set<String> ids = current();
        if (!ids.contains(id) && ids.size() >= MOST) {
            return false;
        }
        if (ids.add(id)) {
            write(ids);
        }
        return true;
    }

    /** Also an application that the person may no longer use. */
    public void remove(String id) {
        Set<String> ids = current();
        if (ids.remove(id)) {
            write(ids);
        }
    }

    /** Without those that no longer exist in the realm. */
    private Set<String> current() {
        return ids().stream()
                .filter(id -> realm.getClientById(id) != null)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void write(Set<String> ids) {
        if (ids.isEmpty()) {
            user.removeAttribute(ATTRIBUTE);
        } else {
            user.setAttribute(ATTRIBUTE, new ArrayList<>(ids));
        }
    }
}
