package com.encvoy.keycloak.movein.source;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A person as Encvoy ID has them.
 *
 * @param number the id, which applications know as {@code sub}
 * @param user the row of the table {@code "User"}
 * @param accounts rows of {@code "ExternalAccount"}: linked accounts, one-time password, passkeys
 * @param roles rows of {@code "Role"}
 * @param favorites client IDs of the applications that the person put first
 * @param firstSignIn milliseconds since the epoch, the nearest there is to the time of registration; null if unknown
 */
public record Person(
        int number,
        JsonNode user,
        List<JsonNode> accounts,
        List<JsonNode> roles,
        List<String> favorites,
        Long firstSignIn) {

    /** A column, stripped; empty if it is null, blank or missing. */
    public String text(String column) {
        return user.path(column).isNull() ? "" : user.path(column).asText("").strip();
    }

    public boolean flag(String column) {
        return user.path(column).asBoolean(false);
    }

    /** Overridden because a row holds secrets: a record's default prints every component. */
    @Override
    public String toString() {
        return "Person[number=" + number + "]";
    }
}
