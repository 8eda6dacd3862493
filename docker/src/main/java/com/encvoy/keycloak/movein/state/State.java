package com.encvoy.keycloak.movein.state;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was brought of a person, an application or the realm: short hashes of its values as they were in Encvoy ID, and
 * tokens of its sets. Stored beside it in the attribute {@link #ATTRIBUTE}, so that a run needs no memory of its own,
 * and can distinguish changes in Encvoy ID from changes here.
 *
 * <p>The form: the number, a hash of the whole, the values as pairs of hashes of 4 and 6 characters, then each set.
 */
public final class State {

    /** Attribute of users, clients, identity providers and the realm. Stored in realms, never to be renamed. */
    public static final String ATTRIBUTE = "encvoy.moved_in";

    private static final int NAME = 4;
    private static final int VALUE = 6;
    private static final int WHOLE = 10;
    private static final String NO_VALUES = "-";

    private final String number;
    private final SortedMap<String, String> values = new TreeMap<>();
    private final SortedMap<Character, SortedSet<String>> sets = new TreeMap<>();

    /** @param number of the person; {@code 0} for anything else */
    public State(String number) {
        this.number = number;
    }

    /** @return null if there is none, or it was edited by hand and cannot be read */
    public static State parse(String text) {
        String[] parts = text == null ? new String[0] : text.split(" ");
        if (parts.length < 3 || !parts[0].matches("\\d+")) {
            return null;
        }
        State state = new State(parts[0]);
        for (int at = 0; at + NAME + VALUE <= parts[2].length(); at += NAME + VALUE) {
            state.values.put(parts[2].substring(at, at + NAME), parts[2].substring(at + NAME, at + NAME + VALUE));
        }
        for (int part = 3; part < parts.length; part++) {
            if (parts[part].length() > 2) {
                state.sets.put(
                        parts[part].charAt(0),
                        new TreeSet<>(Set.of(parts[part].substring(2).split(","))));
            }
        }
        return state;
    }

    public String number() {
        return number;
    }

    /** @param value null for none */
    public State with(String name, String value) {
        values.put(Hashes.text(name, NAME), hash(value));
        return this;
    }

    public State withAll(Map<String, String> more) {
        more.forEach(this::with);
        return this;
    }

    /** @param token of a member: letters, digits, {@code -}, {@code _}, {@code @} */
    public State withMember(char set, String token) {
        sets.computeIfAbsent(set, name -> new TreeSet<>()).add(token);
        return this;
    }

    public Set<String> members(char set) {
        return sets.getOrDefault(set, new TreeSet<>());
    }

    /** A hash of the number and everything that was brought: equal if nothing has changed. */
    public String whole() {
        return Hashes.text(number + ' ' + body(), WHOLE);
    }

    /** Whether a value has changed in Encvoy ID since it was brought, or was never brought. */
    public boolean isNews(String name, String value) {
        return !hash(value).equals(values.get(Hashes.text(name, NAME)));
    }

    /** Whether a value is still as it was brought; false for a value that was never brought. */
    public boolean isAsBrought(String name, String here) {
        return hash(here).equals(values.getOrDefault(Hashes.text(name, NAME), hash(null)));
    }

    /** Whether a value was brought under this name. */
    public boolean knows(String name) {
        return values.containsKey(Hashes.text(name, NAME));
    }

    private static String hash(String value) {
        return Hashes.text(Objects.requireNonNullElse(value, ""), VALUE);
    }

    private String body() {
        String pairs = values.entrySet().stream()
                .map(entry -> entry.getKey() + entry.getValue())
                .collect(Collectors.joining());
        return (pairs.isEmpty() ? NO_VALUES : pairs)
                + sets.entrySet().stream()
                        .map(set -> " " + set.getKey() + ":" + String.join(",", set.getValue()))
                        .collect(Collectors.joining());
    }

    /** The text to store. */
    @Override
    public String toString() {
        return number + ' ' + whole() + ' ' + body();
    }
}
