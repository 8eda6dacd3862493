package com.encvoy.keycloak.movein.decision;

import java.util.List;

/**
 * Something that cannot be brought as it is.
 *
 * @param key the permanent name, such as {@code person/42/login}
 * @param sentence what is wrong, for the person who decides
 * @param proposal one of the choices, or {@code =} and a value
 * @param choices what may be decided; {@code =…} allows a value of the administrator's own, such as {@code =bob-42}
 */
public record Conflict(String key, String sentence, String proposal, List<String> choices) {

    /** The person or the application is not brought at all. */
    public static final String LEAVE_OUT = "leave out";

    /** The value is not brought. */
    public static final String NONE = "none";

    /** The value is brought as it is. */
    public static final String KEEP = "keep";

    /** A value of the administrator's own. */
    public static final String VALUE = "=…";

    public static Conflict of(String key, String sentence, String proposal, String... choices) {
        return new Conflict(key, sentence, proposal, List.of(choices));
    }

    /** Whether a decision is one of the choices. */
    boolean allows(String decision) {
        return choices.contains(decision)
                || (decision.startsWith("=") && decision.length() > 1 && choices.contains(VALUE));
    }
}
