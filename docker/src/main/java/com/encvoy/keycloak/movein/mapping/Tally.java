package com.encvoy.keycloak.movein.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what is brought and what is not. */
public final class Tally {

    private final Map<String, Long> brought = new LinkedHashMap<>();
    private final Map<String, Long> notes = new TreeMap<>();
    private final Map<String, Long> left = new TreeMap<>();
    private final Map<String, Long> byHand = new TreeMap<>();

    /** Counts something that is brought, such as {@code passwords}. */
    public void brought(String what) {
        brought.merge(what, 1L, Long::sum);
    }

    /** Counts something worth knowing, as a sentence without its number, such as {@code login in lower case}. */
    public void note(String what) {
        notes.merge(what, 1L, Long::sum);
    }

    /** Counts something that is not brought, with the reason. */
    public void left(String what) {
        left(what, 1);
    }

    /** As {@link #left(String)}, several times; has no effect if that is zero. */
    public void left(String what, long times) {
        if (times > 0) {
            left.merge(what, times, Long::sum);
        }
    }

    /** Counts something that a person has to set in Keycloak, with where it is. */
    public void byHand(String what) {
        byHand.merge(what, 1L, Long::sum);
    }

    public Map<String, Long> brought() {
        return brought;
    }

    public Map<String, Long> notes() {
        return notes;
    }

    public Map<String, Long> left() {
        return left;
    }

    public Map<String, Long> byHand() {
        return byHand;
    }
}
