package com.encvoy.keycloak.application.option;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map of limited size that evicts the least recently used entry. Thread-safe.
 *
 * <p>Its content can always be recomputed, so the nodes of a cluster need not agree on it.
 */
public final class LruCache<K, V> {

    private final int capacity;
    private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);

    /** @param capacity maximum number of entries */
    public LruCache(int capacity) {
        this.capacity = capacity;
    }

    /** @return null if there is no such entry */
    public synchronized V get(K key) {
        return entries.get(key);
    }

    public synchronized void put(K key, V value) {
        entries.put(key, value);
        if (entries.size() > capacity) {
            entries.remove(entries.keySet().iterator().next());
        }
    }
}
