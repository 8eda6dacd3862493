package com.encvoy.keycloak.account.sessions;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.keycloak.models.ClientModel;

/**
 * An application that a person is signed in to.
 *
 * @param places how many
 * @param stays whether it stays connected from one of them after the session ends
 */
public record UsedApplication(ClientModel application, int places, boolean stays) {

    static List<UsedApplication> at(List<Place> places) {
        Map<String, UsedApplication> applications = new TreeMap<>();
        places.stream()
                .flatMap(place -> place.uses().stream())
                .forEach(use -> applications.merge(
                        use.application().getClientId(),
                        new UsedApplication(use.application(), 1, use.stays()),
                        (one, other) -> new UsedApplication(
                                one.application(), one.places() + other.places(), one.stays() || other.stays())));
        return List.copyOf(applications.values());
    }
}
