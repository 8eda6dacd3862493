package com.encvoy.keycloak.account.data;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.application.RealmName;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Everything that Keycloak and this pack hold about a person, except secrets, as JSON. Times are in UTC (ISO 8601).
 * Members may be added; those that exist keep their meaning as long as {@code version} stays the same.
 */
public final class Export {

    /** Changes when the meaning of a member changes or a member is removed. */
    static final int VERSION = 1;

    /** How many events are in it: the newest. */
    public static final int MAX_EVENTS = EventSection.MAX;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    public Export(KeycloakSession session, UserModel user) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.user = user;
    }

    /**
     * Writes it piece by piece, so that a big account needs no more memory than a small one. Leaves the stream open.
     */
    public void write(OutputStream out) throws IOException {
        JsonGenerator json = JsonSerialization.mapper.getFactory().createGenerator(out, JsonEncoding.UTF8);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeStringField("format", "encvoy-account-data");
        json.writeNumberField("version", VERSION);
        json.writeStringField("created", time(Time.currentTimeMillis()));
        json.writeStringField("service", RealmName.of(realm));
        json.writeStringField("realm", realm.getName());
        json.writeStringField(
                "server", session.getContext().getUri().getBaseUri().toString());
        new ProfileSection(session, realm, user).write(json);
        new AccessSection(session, realm, user).write(json);
        new ApplicationSection(session, realm, user).write(json);
        new SessionSection(session, realm, user).write(json);
        new EventSection(session, realm, user).write(json);
        json.writeEndObject();
        json.close();
    }

    /** @param millis since the epoch */
    static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    /** @param millis since the epoch, null if it is not known */
    static void time(JsonGenerator json, String field, Long millis) throws IOException {
        if (millis == null || millis <= 0) {
            json.writeNullField(field);
        } else {
            json.writeStringField(field, time(millis));
        }
    }
}
