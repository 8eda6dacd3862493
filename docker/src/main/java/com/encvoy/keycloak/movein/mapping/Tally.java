package com.encvoy.keycloak.movein.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What is brought and what is not, counted. */
public final class Tally {

    private final Map<String, Long> brought = new LinkedHashMap<>();
    private final Map<String, Long> notes = new TreeMap<>();

    /** Counts something that is brought, such as {@code passwords}. */
    public void brought(String what) {
        brought.merge(what, 1L, Long::sum);
    }

    /** Counts something worth knowing, as a sentence without its number, such as {@code login in lower case}. */
    public void note(String what) {
        notes.merge(what, 1L, Long::sum);
    }

    public Map<String, Long> brought() {
        return brought;
    }

    public Map<String, Long> notes() {
        return notes;
    }
}
