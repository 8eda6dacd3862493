package com.encvoy.keycloak.application;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Limits how often something may happen within an hour or a day, across all logins and nodes. The window slides: each
 * use expires on its own. Keycloak's single-use store has no counters, so there is one slot per permitted use, each
 * with its own lifespan; claiming one is atomic across nodes.
 */
public final class RateLimit {

    /** In seconds. */
    public static final long HOUR = 60L * 60;

    /** In seconds. */
    public static final long DAY = 24 * HOUR;

    /** Seconds for which an exhausted limit is remembered, to avoid checking every slot. */
    private static final long USED_UP = 10;

    private final SingleUseObjectProvider store;
    private final String key;
    private final int limit;
    private final long seconds;
    private String taken;

    /**
     * @param what is counted, such as {@code mail.recovery}
     * @param whose limit it is; stored as a hash
     * @param limit uses per window
     * @param seconds length of the window
     */
    public RateLimit(KeycloakSession session, String what, String whose, int limit, long seconds) {
        RealmModel realm = session.getContext().getRealm();
        this.store = session.singleUseObjects();
        this.key = "encvoy.quota." + what + "."
                + HashUtils.sha256UrlEncodedHash(
                        realm.getId() + '\n' + whose.toLowerCase(Locale.ROOT), StandardCharsets.UTF_8)
                + ".";
        this.limit = limit;
        this.seconds = seconds;
    }

    /** @return false if the limit is exhausted */
    public boolean tryConsume() {
        if (store.contains(key + "used-up")) {
            return false;
        }
        // Starts at a random slot: if half of the slots are used, every second one is free on average.
        int first = ThreadLocalRandom.current().nextInt(limit);
        Optional<String> slot = IntStream.range(0, limit)
                .mapToObj(number -> key + (first + number) % limit)
                .filter(candidate -> store.putIfAbsent(candidate, seconds))
                .findFirst();
        if (slot.isEmpty()) {
            store.putIfAbsent(key + "used-up", Math.min(USED_UP, seconds));
        }
        taken = slot.orElse(null);
        return taken != null;
    }

    /** Returns what was consumed, so that it no longer counts towards the limit. */
    public void giveBack() {
        if (taken != null) {
            store.remove(taken);
            taken = null;
        }
    }
}
