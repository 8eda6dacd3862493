package com.encvoy.keycloak.account.sessions;

import java.util.List;
import java.util.function.Supplier;

import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

import com.encvoy.keycloak.access.EndedSessions;

/** Signs a person out elsewhere. Applications with a back-channel address receive a logout token. */
public final class SigningOut {

    /** Detail {@code reason} of the event {@code LOGOUT} at an application. */
    private static final String REASON = "ended_by_person";

    private final KeycloakSession session;
    private final Supplier<EventBuilder> logout;

    /** @param logout new events {@code LOGOUT} of the person */
    public SigningOut(KeycloakSession session, Supplier<EventBuilder> logout) {
        this.session = session;
        this.logout = logout;
    }

    /**
     * Ends a session with all its applications, also those that stay connected, as Keycloak's account console does: one
     * event for both.
     *
     * @param place not the current one: a browser signs out
     */
    public void from(Place place) {
        List<UserSessionModel> sessions = place.sessions().toList();
        sessions.forEach(ended -> AuthenticationManager.backchannelLogout(session, ended, true));
        logout.get().session(place.id()).success();
    }

    /**
     * Ends an application in every session of the person, also where it stays connected. The sessions themselves
     * remain.
     */
    public void fromApplication(ClientModel application, UserModel user) {
        new EndedSessions(session, application, user)
                .end(
                        session.sessions()
                                .getUserSessionsStream(application.getRealm(), user)
                                .toList(),
                        REASON);
    }
}
