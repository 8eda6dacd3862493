package com.encvoy.keycloak.application;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitTest {

    /** Keeps each entry for its lifetime, by a clock of its own. */
    private static final class Store implements SingleUseObjectProvider {

        private final Map<String, Long> ends = new HashMap<>();
        private long now;

        @Override
        public synchronized boolean putIfAbsent(String key, long lifespan) {
            if (contains(key)) {
                return false;
            }
            ends.put(key, now + lifespan);
            return true;
        }

        @Override
        public synchronized boolean contains(String key) {
            return ends.getOrDefault(key, 0L) > now;
        }

        @Override
        public synchronized void put(String key, long lifespan, Map<String, String> notes) {
            ends.put(key, now + lifespan);
        }

        @Override
        public Map<String, String> get(String key) {
            return contains(key) ? Map.of() : null;
        }

        @Override
        public synchronized Map<String, String> remove(String key) {
            return ends.remove(key) == null ? null : Map.of();
        }

        @Override
        public boolean replace(String key, Map<String, String> notes) {
            return contains(key);
        }

        @Override
        public void close() {
            // Nothing to release.
        }
    }

    private final Store store = new Store();

    private RateLimit quota(String whose, int limit, long seconds) {
        RealmModel realm = stub(RealmModel.class, Map.of("getId", "realm"));
        KeycloakContext context = stub(KeycloakContext.class, Map.of("getRealm", realm));
        return new RateLimit(
                stub(KeycloakSession.class, Map.of("getContext", context, "singleUseObjects", store)),
                "test",
                whose,
                limit,
                seconds);
    }

    private static <T> T stub(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }

    @Test
    void isTakenAsOftenAsItAllows() {
        for (int i = 0; i < 20; i++) {
            assertThat(quota("ada", 20, RateLimit.HOUR).tryConsume())
                    .as("%s", i)
                    .isTrue();
        }

        assertThat(quota("ada", 20, RateLimit.HOUR).tryConsume()).isFalse();
        assertThat(quota("Ada", 20, RateLimit.HOUR).tryConsume())
                .as("in other letters")
                .isFalse();
        assertThat(quota("bob", 20, RateLimit.HOUR).tryConsume())
                .as("another user's")
                .isTrue();
    }

    @Test
    void slidesInsteadOfBeginningAfresh() {
        for (int minute = 0; minute < 60; minute += 15) {
            store.now = minute * 60L;
            assertThat(quota("ada", 4, RateLimit.HOUR).tryConsume()).isTrue();
        }
        store.now = 59 * 60L;
        assertThat(quota("ada", 4, RateLimit.HOUR).tryConsume()).isFalse();

        store.now = 61 * 60L;
        assertThat(quota("ada", 4, RateLimit.HOUR).tryConsume())
                .as("the first is an hour old")
                .isTrue();
        assertThat(quota("ada", 4, RateLimit.HOUR).tryConsume())
                .as("the second is not")
                .isFalse();
        store.now = 76 * 60L;
        assertThat(quota("ada", 4, RateLimit.HOUR).tryConsume()).isTrue();
    }

    @Test
    void whatIsGivenBackDoesNotCount() {
        RateLimit first = quota("ada", 1, RateLimit.DAY);
        assertThat(first.tryConsume()).isTrue();
        first.giveBack();

        assertThat(quota("ada", 1, RateLimit.DAY).tryConsume()).isTrue();
        first.giveBack();
        store.now = 20;
        assertThat(quota("ada", 1, RateLimit.DAY).tryConsume())
                .as("given back once only")
                .isFalse();
    }

    @Test
    void manyAtOnceGetNoMore() throws InterruptedException {
        AtomicInteger taken = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 200; i++) {
            pool.execute(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                if (quota("ada", 20, RateLimit.HOUR).tryConsume()) {
                    taken.incrementAndGet();
                }
            });
        }
        start.countDown();
        pool.shutdown();

        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(taken).hasValue(20);
    }

    private static Map<String, Long> taken(String realm, String what, String whose, long seconds) {
        MemorySession session = new MemorySession(new MemoryRealm(realm));
        new RateLimit(session.model(), what, whose, 1, seconds).tryConsume();
        new RateLimit(session.model(), what, whose, 1, seconds).tryConsume();
        return session.singleUseObjects();
    }

    @Test
    void isCountedApartForEveryRealmAndEveryThing() {
        assertThat(taken("encvoy", "mail", "ada", RateLimit.HOUR))
                .doesNotContainKeys(
                        taken("other", "mail", "ada", RateLimit.HOUR).keySet().toArray(String[]::new))
                .doesNotContainKeys(
                        taken("encvoy", "code", "ada", RateLimit.HOUR).keySet().toArray(String[]::new))
                .allSatisfy((key, lifespan) -> assertThat(key).doesNotContain("ada"));
    }

    @Test
    void isKnownToBeUsedUpForTenSecondsAtMost() {
        assertThat(taken("encvoy", "mail", "ada", RateLimit.HOUR).values()).containsExactlyInAnyOrder(3600L, 10L);
        assertThat(taken("encvoy", "mail", "ada", 5).values()).containsExactlyInAnyOrder(5L, 5L);
    }
}
