package com.encvoy.keycloak.movein.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** Goes through the people in the order of their numbers, and in step through the tables that belong to them. */
public final class People implements Iterator<Person>, AutoCloseable {

    private final Rows users;
    private final Rows accounts;
    private final Rows roles;
    private final Rows favorites;
    private final Rows scopes;

    People(Rows users, Rows accounts, Rows roles, Rows favorites, Rows scopes) {
        this.users = users;
        this.accounts = accounts;
        this.roles = roles;
        this.favorites = favorites;
        this.scopes = scopes;
    }

    @Override
    public boolean hasNext() {
        return users.hasNext();
    }

    @Override
    public Person next() {
        JsonNode user = users.next();
        int number = user.path("id").intValue();
        List<JsonNode> first = of(scopes, number);
        return new Person(
                number,
                user,
                of(accounts, number),
                of(roles, number),
                of(favorites, number).stream()
                        .map(row -> row.path("client_id").asText())
                        .toList(),
                first.isEmpty() ? null : Moments.millis(first.get(0).path("created_at")));
    }

    private static List<JsonNode> of(Rows rows, int number) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode row = rows.peek(); row != null && row.path("user_id").intValue() <= number; row = rows.peek()) {
            rows.next();
            if (row.path("user_id").intValue() == number) {
                found.add(row);
            }
        }
        return found;
    }

    @Override
    public void close() {
        users.close();
        accounts.close();
        roles.close();
        favorites.close();
        scopes.close();
    }
}
