package com.encvoy.keycloak.movein.realm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The results of a run. Usable by several threads. */
public final class Outcome {

    /** Sentences beyond these are counted only. */
    private static final int SENTENCES = 1000;

    private final Map<String, Long> counts = new TreeMap<>();
    private final List<String> kept = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<String> hints = Collections.synchronizedList(new ArrayList<>());

    /** @param what such as {@code people brought} */
    public void count(String what) {
        count(what, 1);
    }

    public synchronized void count(String what, long times) {
        counts.merge(what, times, Long::sum);
    }

    /** Something changed both here and in Encvoy ID: it stays as it is here. */
    public void kept(String sentence) {
        count("values kept because they were changed here");
        add(kept, sentence);
    }

    /** Something that could not be brought. */
    public void failed(String sentence) {
        count("failures");
        add(failures, sentence);
    }

    /** Something that a person has to do. */
    public void hint(String sentence) {
        add(hints, sentence);
    }

    private static void add(List<String> list, String sentence) {
        if (list.size() < SENTENCES) {
            list.add(sentence);
        }
    }

    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    public List<String> kept() {
        return List.copyOf(kept);
    }

    public List<String> failures() {
        return List.copyOf(failures);
    }

    public List<String> hints() {
        return List.copyOf(hints);
    }
}
