package com.encvoy.keycloak.server.work;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.keycloak.models.SingleUseObjectProvider;

/** Keycloak's single-use store, which records the operations that the pack asks for. */
final class CountedStore implements SingleUseObjectProvider {

    static final Queue<String> OPERATIONS = new ConcurrentLinkedQueue<>();

    private final SingleUseObjectProvider store;

    CountedStore(SingleUseObjectProvider store) {
        this.store = store;
    }

    /** False until operations are asked for, so that they do not fill the memory of a server under measurement. */
    static volatile boolean watched;

    private static void count(String operation, String key) {
        // Probes of the mail server run on a schedule, not on behalf of a user.
        if (watched && key.startsWith("encvoy.") && !key.startsWith("encvoy.mail-server.")) {
            OPERATIONS.add(operation + " " + key.replaceAll("[^.]{20,}", "…").replaceAll("\\.\\d+$", ".n"));
        }
    }

    @Override
    public void put(String key, long lifespan, Map<String, String> notes) {
        count("put", key);
        store.put(key, lifespan, notes);
    }

    @Override
    public Map<String, String> get(String key) {
        count("get", key);
        return store.get(key);
    }

    @Override
    public Map<String, String> remove(String key) {
        count("remove", key);
        return store.remove(key);
    }

    @Override
    public boolean replace(String key, Map<String, String> notes) {
        count("replace", key);
        return store.replace(key, notes);
    }

    @Override
    public boolean putIfAbsent(String key, long lifespan) {
        boolean put = store.putIfAbsent(key, lifespan);
        // Whether a slot is already taken is a matter of chance.
        if (put || !key.startsWith("encvoy.quota.")) {
            count("putIfAbsent", key);
        }
        return put;
    }

    @Override
    public boolean contains(String key) {
        count("contains", key);
        return store.contains(key);
    }

    @Override
    public void close() {
        store.close();
    }
}
