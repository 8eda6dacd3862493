package com.encvoy.keycloak.movein.decision;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The conflicts of a run and what was decided about them. A conflict that is not decided is treated as proposed, so
 * that the report shows what would happen; {@link #open} names it.
 */
public final class Decisions {

    /** In the file: as proposed. */
    private static final String AS_PROPOSED = "ok";

    private final Map<String, String> decided;
    private final Map<String, String> issuers;
    private final boolean acceptsProposals;
    private final Map<String, Conflict> conflicts = new LinkedHashMap<>();
    private final Map<String, String> open = new LinkedHashMap<>();
    private final Map<String, String> applications = new LinkedHashMap<>();

    /**
     * @param decided by key of the conflict
     * @param issuers what applications expect as issuer, by client ID: {@code root} or {@code address}
     * @param acceptsProposals whether what is not decided is taken as proposed
     */
    public Decisions(Map<String, String> decided, Map<String, String> issuers, boolean acceptsProposals) {
        this.decided = Map.copyOf(decided);
        this.issuers = Map.copyOf(issuers);
        this.acceptsProposals = acceptsProposals;
    }

    /** What to do about a conflict. Records the conflict. */
    public String about(Conflict conflict) {
        return about(conflict, value -> true);
    }

    /**
     * What to do about a conflict.
     *
     * @param fits whether a value of the administrator's own solves it, and does not cause another conflict
     * @return a choice of the conflict, or {@code =} and a value
     */
    public String about(Conflict conflict, Predicate<String> fits) {
        conflicts.putIfAbsent(conflict.key(), conflict);
        String decision = decided.getOrDefault(conflict.key(), "");
        if (decision.equals(AS_PROPOSED) || (decision.isEmpty() && acceptsProposals)) {
            return conflict.proposal();
        }
        if (decision.isEmpty()) {
            open.put(conflict.key(), "not decided yet");
        } else if (!conflict.allows(decision)) {
            open.put(conflict.key(), "the decision must be one of: " + String.join(", ", conflict.choices()));
        } else if (decision.startsWith("=") && !fits.test(decision.substring(1))) {
            open.put(conflict.key(), "the value of the decision is invalid or taken");
        } else {
            return decision;
        }
        return conflict.proposal();
    }

    /** Whether an application compares the issuer with the address of the server, as with Encvoy ID. */
    public boolean expectsRootIssuer(String clientId, String name) {
        String decision = issuers.getOrDefault(clientId, "address");
        applications.put(clientId, name);
        if (!Set.of("address", "root").contains(decision)) {
            open.put("application/" + clientId + "/issuer", "the issuer must be address or root");
        }
        return decision.equals("root");
    }

    /** The conflicts that were met so far, by key. */
    public Map<String, Conflict> conflicts() {
        return conflicts;
    }

    /** Why the conflicts that are not solved are open, by key; nothing may be written as long as there are some. */
    public Map<String, String> open() {
        return open;
    }

    /** The decisions about conflicts that did not occur. */
    public Map<String, String> unused() {
        Map<String, String> unused = new TreeMap<>(decided);
        unused.keySet().removeAll(conflicts.keySet());
        unused.values().removeIf(String::isEmpty);
        return unused;
    }

    /** The names of the applications, by client ID. */
    Map<String, String> applications() {
        return applications;
    }

    String decisionOf(String key) {
        return decided.getOrDefault(key, "");
    }

    String issuerOf(String clientId) {
        return issuers.getOrDefault(clientId, "address");
    }
}
