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
 * How often something may happen within an hour or a day, over all logins and nodes. It slides: what was taken is free
 * again once its own time is over. Keycloak's single-use store has no counter, so there are as many slots as may be
 * taken, each with a lifespan of its own; taking one is atomic over all nodes.
 */
public final class RateLimit {

    /** Seconds. */
    public static final long HOUR = 60L * 60;

    /** Seconds. */
    public static final long DAY = 24 * HOUR;

    /** Seconds for which a quota that is used up is known to be, without looking at every slot. */
    private static final long USED_UP = 10;

    private final SingleUseObjectProvider store;
    private final String key;
    private final int limit;
    private final long seconds;
    private String taken;

    /**
     * @param what is counted, such as {@code mail.recovery}
     * @param whose it is; kept as a hash
     * @param limit how often it may be taken within the time
     * @param seconds the time
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

    /** @return false if it is used up */
    public boolean tryConsume() {
        if (store.contains(key + "used-up")) {
            return false;
        }
        // At random: of the slots of a quota that is half used up, every second one is free.
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

    /** Gives back what was taken: it does not count. */
    public void giveBack() {
        if (taken != null) {
            store.remove(taken);
            taken = null;
        }
    }
}
