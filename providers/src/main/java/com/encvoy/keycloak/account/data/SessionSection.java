package com.encvoy.keycloak.account.data;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

import com.fasterxml.jackson.core.JsonGenerator;

/** Where the person is signed in. Notes of sessions are left out: they may hold tokens. */
final class SessionSection {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    SessionSection(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("sessions");
        write(json, session.sessions().getUserSessionsStream(realm, user));
        write(json, session.sessions().getOfflineUserSessionsStream(realm, user));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Stream<UserSessionModel> sessions) throws IOException {
        try (sessions) {
            for (UserSessionModel signedIn : (Iterable<UserSessionModel>) sessions::iterator) {
                json.writeStartObject();
                json.writeStringField("id", signedIn.getId());
                json.writeBooleanField("offline", signedIn.isOffline());
                Export.time(json, "started", signedIn.getStarted() * 1000L);
                Export.time(json, "last_used", signedIn.getLastSessionRefresh() * 1000L);
                json.writeStringField("address", signedIn.getIpAddress());
                json.writeBooleanField("remembered", signedIn.isRememberMe());
                json.writeArrayFieldStart("applications");
                for (AuthenticatedClientSessionModel used :
                        List.copyOf(signedIn.getAuthenticatedClientSessions().values())) {
                    json.writeStartObject();
                    json.writeStringField("client_id", used.getClient().getClientId());
                    Export.time(json, "started", used.getStarted() * 1000L);
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
        }
    }
}
