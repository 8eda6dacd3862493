package com.encvoy.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer of the server.
 *
 * @param status HTTP status
 * @param body the JSON of the answer; a missing node if it had none
 * @param location the header {@code Location}, empty without one
 */
public record AdminAnswer(int status, JsonNode body, String location) {

    /** Statuses that a command tells apart. */
    public static final int UNAUTHORIZED = 401;

    public static final int FORBIDDEN = 403;
    public static final int MISSING = 404;
    public static final int EXISTS = 409;
    public static final int UNAVAILABLE = 503;

    /** Whether the server did what it was asked for. */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** The id of what was created: the last part of {@link #location}. */
    public String createdId() {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** The reason of a refusal as Keycloak words it, empty without one. */
    public String reason() {
        for (String member : new String[] {"errorMessage", "error_description", "error"}) {
            if (body.path(member).isTextual()) {
                return body.path(member).textValue();
            }
        }
        return "";
    }

    /** Overridden because a body may hold secrets: a record's default prints every component. */
    @Override
    public String toString() {
        return "AdminAnswer[status=" + status + "]";
    }
}
