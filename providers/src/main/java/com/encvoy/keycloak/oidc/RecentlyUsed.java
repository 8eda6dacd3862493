package com.encvoy.keycloak.oidc;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A small memory that forgets what was not used for longest. Where no hostname is configured addresses come from the
 * request: nobody shall fill the memory of the server with them.
 */
final class RecentlyUsed<K, V> {

    private static final int MOST = 256;

    private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);

    synchronized V get(K key) {
        return entries.get(key);
    }

    synchronized void put(K key, V value) {
        entries.put(key, value);
        if (entries.size() > MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
    }
}
