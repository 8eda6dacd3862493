package com.encvoy.keycloak.install;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.encvoy.keycloak.install.thing.Canonical;
import com.encvoy.keycloak.install.thing.Part;
import com.encvoy.keycloak.install.thing.Wanted;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The hashes of everything in the realm files of all releases. Parts of a realm that are unchanged since one of them
 * may be brought up to date.
 */
final class KnownForms {

    static final String RESOURCE = "known-forms.txt";

    private final Map<String, Set<String>> hashes = new HashMap<>();

    /** Each line has an id, a tabulator, and one hash. */
    static KnownForms shipped() {
        KnownForms forms = new KnownForms();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(KnownForms.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split("\t"))
                    .forEach(parts -> forms.hashes
                            .computeIfAbsent(parts[0], id -> new HashSet<>())
                            .add(parts[1]));
            return forms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(Wanted wanted, JsonNode form) {
        return hashes.getOrDefault(key(wanted), Set.of()).contains(Canonical.hash(form));
    }

    /** Sentry's client is listed by the client ID that it has if the environment names none. */
    private static String key(Wanted wanted) {
        return wanted.part() == Part.SENTRY ? wanted.id().replaceFirst(":[^/]*", ":sentry") : wanted.id();
    }

    Map<String, Set<String>> hashes() {
        return hashes;
    }
}
