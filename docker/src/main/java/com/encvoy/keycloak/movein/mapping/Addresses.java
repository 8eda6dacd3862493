package com.encvoy.keycloak.movein.mapping;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.encvoy.keycloak.movein.decision.Conflict;
import com.encvoy.keycloak.movein.decision.Decisions;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The addresses to which an application sends people back. Encvoy ID compares them character by character, as does
 * Keycloak.
 */
final class Addresses {

    private static final int LENGTH = 255;

    private static final Set<String> DANGEROUS =
            Set.of("javascript", "data", "vbscript", "file", "blob", "about", "filesystem", "view-source");

    private final Decisions decisions;
    private final Tally tally;

    Addresses(Decisions decisions, Tally tally) {
        this.decisions = decisions;
        this.tally = tally;
    }

    /** The addresses that can be kept, sorted, as Keycloak keeps no order. The others are reported as conflicts. */
    List<String> of(String clientId, String column, JsonNode stored) {
        Set<String> kept = new TreeSet<>();
        int number = 0;
        for (JsonNode element : stored) {
            number++;
            String address = element.asText("").strip();
            if (address.isEmpty()) {
                tally.note("empty addresses of applications are dropped");
                continue;
            }
            Optional<String> problem = problem(address);
            if (problem.isEmpty()) {
                kept.add(address);
                continue;
            }
            String shown = address.length() > 80 ? address.substring(0, 80) + "…" : address;
            String decision = decisions.about(
                    Conflict.of(
                            "application/" + clientId + "/" + column + "/" + number,
                            "The address " + shown + " of application " + clientId + " " + problem.get()
                                    + ": in Keycloak it must be exact.",
                            Conflict.NONE,
                            Conflict.VALUE,
                            Conflict.NONE),
                    other -> problem(other).isEmpty());
            if (decision.startsWith("=")) {
                kept.add(decision.substring(1));
            }
        }
        return new ArrayList<>(kept);
    }

    /** What is wrong with an address, as the end of a sentence. */
    static Optional<String> problem(String address) {
        if (address.contains("*")) {
            return Optional.of("has a wildcard");
        }
        if (address.contains("#")) {
            return Optional.of("has a fragment (#)");
        }
        if (address.length() > LENGTH) {
            return Optional.of("is longer than " + LENGTH + " characters");
        }
        try {
            URI uri = new URI(address);
            if (uri.getScheme() == null || address.contains("${")) {
                return Optional.of("is not complete");
            }
            return DANGEROUS.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    ? Optional.of("begins with " + uri.getScheme() + ":")
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of("is not an address");
        }
    }

    /** Scheme, host and port of the {@code http} and {@code https} addresses among these. */
    static Set<String> origins(List<String> addresses) {
        Set<String> origins = new LinkedHashSet<>();
        for (String address : addresses) {
            if (address.matches("https?://[^/?#]+.*")) {
                origins.add(address.replaceFirst("^(https?://[^/?#]+).*", "$1"));
            }
        }
        return origins;
    }
}
