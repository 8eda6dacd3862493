package com.encvoy.keycloak.account.sessions;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.UserSessionModel;

import com.encvoy.keycloak.access.ApplicationPermissions;

/**
 * A place where a person is signed in: a session of a browser, or what remained of it at applications that stay
 * connected, or both.
 *
 * @param id of the session
 * @param online empty if the browser has signed out
 * @param offline what applications keep beyond the end of the session, which Keycloak calls offline session
 * @param current whether the request comes from there
 */
public record Place(String id, Optional<UserSessionModel> online, Optional<UserSessionModel> offline, boolean current) {

    /**
     * An application at a place.
     *
     * @param stays whether it stays connected after the end of the session
     */
    public record Use(ClientModel application, boolean stays) {}

    public Device device() {
        return Device.of(either());
    }

    /** The network address at the sign-in. */
    public String address() {
        return either().getIpAddress();
    }

    public Instant started() {
        return sessions()
                .map(session -> time(session.getStarted()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    public Instant lastAccess() {
        return sessions()
                .map(session -> time(session.getLastSessionRefresh()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether an administrator signed in there as this person. */
    public boolean isOfAdministrator() {
        return either().getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null;
    }

    /** The applications that are signed in there, but for the dashboard itself. */
    public List<Use> uses() {
        Map<String, Use> uses = new TreeMap<>();
        sessions()
                .forEach(session -> session.getAuthenticatedClientSessions()
                        .values()
                        .forEach(client -> uses.merge(
                                client.getClient().getClientId(),
                                new Use(client.getClient(), session.isOffline()),
                                (one, other) -> new Use(one.application(), one.stays() || other.stays()))));
        uses.remove(ApplicationPermissions.DASHBOARD_CLIENT);
        return List.copyOf(uses.values());
    }

    Stream<UserSessionModel> sessions() {
        return Stream.concat(online.stream(), offline.stream());
    }

    private UserSessionModel either() {
        return online.or(() -> offline).orElseThrow();
    }

    private static Instant time(int seconds) {
        return Instant.ofEpochSecond(seconds);
    }
}
