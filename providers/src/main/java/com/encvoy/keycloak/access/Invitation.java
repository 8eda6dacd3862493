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
 * @param declined seconds since the epoch, 0 if the invited person has not declined
 */
public record Invitation(String id, String email, long created, long expires, String invitedBy, long declined) {

    private static final int PARTS = 4;
    private static final int PARTS_IF_DECLINED = 5;

    /** An invitation that is not declined. */
    public Invitation(String id, String email, long created, long expires, String invitedBy) {
        this(id, email, created, expires, invitedBy, 0);
    }

    public static Invitation create(String email, int lifetimeSeconds, String invitedBy) {
        long now = Time.currentTimeMillis() / 1000;
        return new Invitation(UUID.randomUUID().toString(), email, now, now + lifetimeSeconds, invitedBy);
    }

    /** Whether it admits the invited person: it has neither expired nor been declined. */
    public boolean isOpen() {
        return !isExpired() && !isDeclined();
    }

    public boolean isExpired() {
        return Time.currentTimeMillis() / 1000 >= expires;
    }

    public boolean isDeclined() {
        return declined != 0;
    }

    Invitation declinedNow() {
        return new Invitation(id, email, created, expires, invitedBy, Time.currentTimeMillis() / 1000);
    }

    /** Has a fifth part only if declined: versions that know four parts then ignore it, and admit no one by it. */
    String serialize() {
        String stored = String.join(" ", id, String.valueOf(created), String.valueOf(expires), invitedBy);
        return isDeclined() ? stored + " " + declined : stored;
    }

    /** @return empty if the attribute was edited by hand and cannot be parsed */
    static Optional<Invitation> parse(String email, String value) {
        String[] parts = value.split(" ");
        if (parts.length != PARTS && parts.length != PARTS_IF_DECLINED) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Invitation(
                    parts[0],
                    email,
                    Long.parseLong(parts[1]),
                    Long.parseLong(parts[2]),
                    parts[3],
                    parts.length == PARTS ? 0 : Math.max(1, Long.parseLong(parts[4]))));
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
        if (isDeclined()) {
            shown.put("declined_at", declined);
        }
        return shown;
    }
}
