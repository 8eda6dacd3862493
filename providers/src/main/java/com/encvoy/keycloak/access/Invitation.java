package com.encvoy.keycloak.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.keycloak.common.util.Time;

/**
 * An e-mail address that is invited to become a member of an application.
 *
 * @param id random; knowing it reveals the address and grants nothing else
 * @param email in lower case
 * @param created seconds since the epoch
 * @param expires seconds since the epoch
 * @param invitedBy id of the inviting user
 */
public record Invitation(String id, String email, long created, long expires, String invitedBy) {

    public static Invitation create(String email, int lifetimeSeconds, String invitedBy) {
        long now = Time.currentTimeMillis() / 1000;
        return new Invitation(UUID.randomUUID().toString(), email, now, now + lifetimeSeconds, invitedBy);
    }

    public boolean isOpen() {
        return Time.currentTimeMillis() / 1000 < expires;
    }

    String serialize() {
        return String.join(" ", id, String.valueOf(created), String.valueOf(expires), invitedBy);
    }

    /** @return empty if the attribute was edited by hand and cannot be parsed */
    static Optional<Invitation> parse(String email, String value) {
        String[] parts = value.split(" ");
        if (parts.length != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Invitation(parts[0], email, Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The JSON of the REST API and of admin events, with Encvoy's names; times in seconds since the epoch. */
    public Map<String, Object> representation() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", id);
        shown.put("email", email);
        shown.put("created_at", created);
        shown.put("expires_at", expires);
        shown.put("invited_by", invitedBy);
        return shown;
    }
}
