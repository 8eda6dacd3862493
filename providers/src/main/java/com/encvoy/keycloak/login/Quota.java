package com.encvoy.keycloak.login;

import java.util.stream.IntStream;

import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** How often something may happen to one person within an hour or a day, over all logins and nodes. */
final class Quota {

    static final long HOUR = 60L * 60;
    static final long DAY = 24 * HOUR;

    private final KeycloakSession session;
    private final String key;
    private final long seconds;
    private final int limit;

    /** @param seconds after which all begins afresh */
    Quota(KeycloakSession session, String what, UserModel user, long seconds, int limit) {
        this.session = session;
        this.key = "encvoy.quota." + what + "." + user.getId() + "." + Time.currentTimeMillis() / 1000 / seconds + ".";
        this.seconds = seconds;
        this.limit = limit;
    }

    boolean isUsedUp() {
        return session.singleUseObjects().contains(key + (limit - 1));
    }

    /** @return false if it was used up before */
    boolean take() {
        return IntStream.range(0, limit).anyMatch(number -> session.singleUseObjects().putIfAbsent(key + number, seconds));
    }
}
