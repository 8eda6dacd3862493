package com.encvoy.keycloak.movein.source;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The rows of a query, each as a JSON object whose members are the columns: timestamps as text in UTC, arrays and
 * {@code jsonb} as they are. A few hundred rows are in memory at a time.
 */
public final class Rows implements Iterator<JsonNode>, AutoCloseable {

    private static final int FETCH = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Statement statement;
    private final ResultSet results;
    private JsonNode next;

    private Rows(Statement statement, ResultSet results) {
        this.statement = statement;
        this.results = results;
    }

    /** No rows. */
    static Rows none() {
        return new Rows(null, null);
    }

    static Rows of(Connection connection, String query) {
        try {
            Statement statement = connection.createStatement();
            statement.setFetchSize(FETCH);
            return new Rows(statement, statement.executeQuery("SELECT row_to_json(q) FROM (" + query + ") q"));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    static SourceException failure(SQLException e) {
        return new SourceException(
                "The database of Encvoy ID could not be read (state " + e.getSQLState() + "): the account needs SELECT"
                        + " on all its tables, and the connection must stay open.",
                e);
    }

    @Override
    public boolean hasNext() {
        try {
            if (next == null && results != null && results.next()) {
                next = JSON.readTree(results.getString(1));
            }
            return next != null;
        } catch (SQLException e) {
            throw failure(e);
        } catch (JsonProcessingException e) {
            throw new SourceException("The database of Encvoy ID holds a row that cannot be read.", e);
        }
    }

    @Override
    public JsonNode next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        JsonNode row = next;
        next = null;
        return row;
    }

    /** The next row, without moving past it; null after the last. */
    JsonNode peek() {
        return hasNext() ? next : null;
    }

    /** All rows of a small table. */
    public List<JsonNode> all() {
        List<JsonNode> all = new ArrayList<>();
        forEachRemaining(all::add);
        close();
        return all;
    }

    @Override
    public void close() {
        try {
            if (statement != null) {
                statement.close();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
