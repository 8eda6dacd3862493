package com.encvoy.keycloak.application.editing;

import java.util.List;

/**
 * A value that was not accepted; nothing was changed.
 *
 * @param field member of the JSON body, or key of the setting
 * @param code stable, for programs, and for the message {@code refusal.<code>}
 * @param parameters of the message
 * @param description one English sentence
 */
public record Refusal(String field, String code, List<Object> parameters, String description) {

    public static Refusal of(String field, String code, String description, Object... parameters) {
        return new Refusal(field, code, List.of(parameters), description);
    }
}
