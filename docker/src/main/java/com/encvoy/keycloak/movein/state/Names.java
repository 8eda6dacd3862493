package com.encvoy.keycloak.movein.state;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A large set of unique names, in 8 bytes each. If several people have the same name, the first to ask for it owns it.
 */
public final class Names {

    private static final int FIRST = 1024;

    private long[] hashes = new long[FIRST];
    private int count;

    private final Set<Long> twice = new HashSet<>();
    private final Map<Long, Integer> owners = new HashMap<>();
    private final Map<Long, Integer> given = new HashMap<>();

    public void add(String name) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
        }
        hashes[count++] = Hashes.number(name);
    }

    /** Ends the adding. */
    public void seal() {
        hashes = Arrays.copyOf(hashes, count);
        Arrays.sort(hashes);
        for (int i = 1; i < count; i++) {
            if (hashes[i] == hashes[i - 1]) {
                twice.add(hashes[i]);
            }
        }
    }

    /** Whether a person may have a name that they brought: they are the only one, or the first. */
    public boolean mayHave(String name, int person) {
        long hash = Hashes.number(name);
        return !twice.contains(hash) || owners.computeIfAbsent(hash, key -> person) == person;
    }

    /** Whether a person may be given another name: no one has brought it, and no one else was given it. */
    public boolean mayGet(String name, int person) {
        long hash = Hashes.number(name);
        return Arrays.binarySearch(hashes, hash) < 0 && given.computeIfAbsent(hash, key -> person) == person;
    }
}
