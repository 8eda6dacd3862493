package com.encvoy.keycloak.login;

import java.util.stream.IntStream;

import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Wrong codes of one person a day, over all logins, purposes and nodes. Brute-force detection alone would not do: recovery stays
 * open to people whom somebody else's guesses have locked out, and any number of logins may be begun.
 */
final class GuessLimit {

    private static final long DAY = 24L * 60 * 60;

    private final KeycloakSession session;
    private final String key;
    private final int guesses;

    GuessLimit(KeycloakSession session, UserModel user, int guesses) {
        this.session = session;
        this.key = "encvoy.guess." + user.getId() + "." + Time.currentTimeMillis() / 1000 / DAY + ".";
        this.guesses = guesses;
    }

    boolean isReached() {
        return session.singleUseObjects().contains(key + (guesses - 1));
    }

    void count() {
        IntStream.range(0, guesses).anyMatch(guess -> session.singleUseObjects().putIfAbsent(key + guess, DAY));
    }
}
