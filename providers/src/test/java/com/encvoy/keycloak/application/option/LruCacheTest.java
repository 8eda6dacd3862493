package com.encvoy.keycloak.application.option;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LruCacheTest {

    private final LruCache<String, Integer> cache = new LruCache<>(2);

    @Test
    void keepsAsManyAsItsCapacity() {
        cache.put("a", 1);
        cache.put("b", 2);

        assertThat(cache.get("a")).isEqualTo(1);
        assertThat(cache.get("b")).isEqualTo(2);
        assertThat(cache.get("c")).isNull();
    }

    @Test
    void forgetsTheEntryUsedLongestAgo() {
        cache.put("a", 1);
        cache.put("b", 2);
        cache.get("a");
        cache.put("c", 3);

        assertThat(cache.get("b")).isNull();
        assertThat(cache.get("a")).isEqualTo(1);
        assertThat(cache.get("c")).isEqualTo(3);
    }

    @Test
    void replacesAnEntryWithoutForgettingAnother() {
        cache.put("a", 1);
        cache.put("b", 2);
        cache.put("a", 3);

        assertThat(cache.get("a")).isEqualTo(3);
        assertThat(cache.get("b")).isEqualTo(2);
    }
}
