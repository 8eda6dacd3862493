package com.encvoy.keycloak.movein.mapping;

import java.util.Map;

import com.encvoy.keycloak.movein.state.State;

/**
 * An application as it is to be in Keycloak.
 *
 * @param clientId the same as in Encvoy ID
 * @param fields members of the client's JSON and, behind {@link #ATTRIBUTE}, its attributes; lists are separated by
 *     line breaks
 */
public record MovedApplication(String clientId, Map<String, String> fields) {

    /** Before the name of an attribute. */
    public static final String ATTRIBUTE = "attribute ";

    public State state() {
        return new State("0").withAll(fields);
    }

    /** Overridden because fields hold the secret: a record's default prints every component. */
    @Override
    public String toString() {
        return "MovedApplication[clientId=" + clientId + "]";
    }
}
