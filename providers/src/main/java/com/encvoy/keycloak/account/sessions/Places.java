package com.encvoy.keycloak.account.sessions;

import java.util.Comparator;
import java.util.LinkedHashMap;
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
import org.keycloak.models.UserSessionModel;

/** Where a person is signed in. */
public final class Places {

    private final List<Place> places;

    private Places(List<Place> places) {
        this.places = places;
    }

    /** @param current the session of the browser that sends the request */
    public static Places of(KeycloakSession session, RealmModel realm, UserModel user, UserSessionModel current) {
        Map<String, UserSessionModel> online = session.sessions()
                .getUserSessionsStream(realm, user)
                .collect(Collectors.toMap(
                        UserSessionModel::getId, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        Map<String, UserSessionModel> offline = session.sessions()
                .getOfflineUserSessionsStream(realm, user)
                .collect(Collectors.toMap(Places::origin, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        Set<String> ids = new LinkedHashSet<>(online.keySet());
        ids.addAll(offline.keySet());
        return new Places(ids.stream()
                .map(id -> new Place(
                        id,
                        Optional.ofNullable(online.get(id)),
                        Optional.ofNullable(offline.get(id)),
                        id.equals(current.getId())))
                .sorted(Comparator.comparing(Place::current)
                        .thenComparing(Place::lastAccess)
                        .reversed()
                        .thenComparing(Place::id))
                .toList());
    }

    /** The session of the browser in which an application began to stay connected. */
    private static String origin(UserSessionModel offline) {
        String online = offline.getNote(UserSessionModel.CORRESPONDING_SESSION_ID);
        return online == null ? offline.getId() : online;
    }

    /** The current one first, then the one that was used last. */
    public List<Place> all() {
        return places;
    }

    /** All places except the current one. */
    public List<Place> others() {
        return places.stream().filter(place -> !place.current()).toList();
    }

    /** Empty for ids of others, as for unknown ones. */
    public Optional<Place> withId(String id) {
        return places.stream().filter(place -> place.id().equals(id)).findFirst();
    }

    /** The applications that are signed in anywhere, by their client ID. */
    public List<UsedApplication> applications() {
        return UsedApplication.at(places);
    }

    /** @param id Keycloak's id of the client */
    public Optional<UsedApplication> application(String id) {
        return applications().stream()
                .filter(used -> used.application().getId().equals(id))
                .findFirst();
    }
}
