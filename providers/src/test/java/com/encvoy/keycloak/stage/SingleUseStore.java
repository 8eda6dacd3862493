package com.encvoy.keycloak.stage;

import java.util.HashMap;
import java.util.Map;

import org.keycloak.common.util.Time;
import org.keycloak.models.SingleUseObjectProvider;

/** Keycloak's single-use store, kept in a map, by the clock that tests may put forward. */
public final class SingleUseStore implements SingleUseObjectProvider {

    private record Entry(long end, Map<String, String> notes) {}

    private final Map<String, Entry> entries = new HashMap<>();

    @Override
    public boolean putIfAbsent(String key, long lifespan) {
        if (contains(key)) {
            return false;
        }
        put(key, lifespan, Map.of());
        return true;
    }

    @Override
    public boolean contains(String key) {
        return get(key) != null;
    }

    @Override
    public void put(String key, long lifespan, Map<String, String> notes) {
        entries.put(key, new Entry(Time.currentTimeMillis() / 1000 + lifespan, notes));
    }

    @Override
    public Map<String, String> get(String key) {
        Entry entry = entries.get(key);
        return entry == null || entry.end <= Time.currentTimeMillis() / 1000 ? null : entry.notes;
    }

    @Override
    public Map<String, String> remove(String key) {
        Map<String, String> notes = get(key);
        entries.remove(key);
        return notes;
    }

    @Override
    public boolean replace(String key, Map<String, String> notes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        // Nothing to release.
    }
}
