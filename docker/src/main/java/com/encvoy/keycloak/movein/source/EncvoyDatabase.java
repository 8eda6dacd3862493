package com.encvoy.keycloak.movein.source;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A connection to the database of an Encvoy ID. All queries see the same snapshot: the transaction is read only and
 * repeatable.
 */
public final class EncvoyDatabase implements AutoCloseable {

    private static final String CONNECT_SECONDS = "15";

    private final Connection connection;
    private final EncvoySchema schema;

    private EncvoyDatabase(Connection connection) {
        this.connection = connection;
        this.schema = EncvoySchema.of(Rows.of(
                        connection,
                        "SELECT table_name, column_name FROM information_schema.columns"
                                + " WHERE table_schema = ANY (current_schemas(false))")
                .all());
    }

    /**
     * @param url of JDBC, such as {@code jdbc:postgresql://db.example.com/encvoy}
     * @param user name of the account; null if the URL has it
     * @param password its password; null if it needs none, or the URL has it
     * @throws SourceException if there is no connection, or the database is not one of Encvoy ID 1.0
     */
    public static EncvoyDatabase open(String url, String user, String password) {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "encvoy move-in");
        try {
            Connection connection = DriverManager.getConnection(url, properties);
            try {
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setAutoCommit(false);
                return new EncvoyDatabase(connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new SourceException(
                    "The database of Encvoy ID cannot be opened (state " + e.getSQLState() + "): check the address,"
                            + " the database name, the account and the password, and whether this machine may connect.",
                    e);
        }
    }

    /**
     * Sentences about tables and columns of other versions that are missing, and the data that is therefore not
     * brought.
     */
    public List<String> missing() {
        return schema.missing();
    }

    /** The rows of a table, in the order of a column; none if there is no such table. */
    public Rows rows(String table, String order) {
        return schema.has(table)
                ? Rows.of(connection, "SELECT * FROM \"" + table + "\" ORDER BY \"" + order + "\"")
                : Rows.none();
    }

    /** The people by their numbers, each with what belongs to them. */
    public People people() {
        return new People(
                rows("User", "id"),
                rows("ExternalAccount", "user_id"),
                rows("Role", "user_id"),
                rows("FavoriteClients", "user_id"),
                schema.has("Scopes")
                        ? Rows.of(
                                connection,
                                "SELECT user_id, min(created_at) AS created_at FROM \"Scopes\""
                                        + " GROUP BY user_id ORDER BY user_id")
                        : Rows.none());
    }

    /** Members {@code id}, {@code login} and {@code email} of all people, by their numbers. */
    public Rows names() {
        return Rows.of(connection, "SELECT id, login, email FROM \"User\" ORDER BY id");
    }

    /** Names of the custom fields that people have values of. */
    public List<String> customFieldsInUse() {
        List<String> names = new ArrayList<>();
        if (schema.hasColumn("User", "custom_fields")) {
            Rows.of(
                            connection,
                            "SELECT DISTINCT jsonb_object_keys(custom_fields) AS name FROM \"User\""
                                    + " WHERE jsonb_typeof(custom_fields) = 'object' ORDER BY 1")
                    .all()
                    .forEach(row -> names.add(row.path("name").asText()));
        }
        return names;
    }

    /** The applications: clients that belong to the system or an organisation, oldest first. */
    public Rows applications() {
        return Rows.of(
                connection, "SELECT * FROM \"Client\" WHERE parent_id IS NOT NULL ORDER BY created_at, client_id");
    }

    /** The client that stands for the whole system: the oldest. */
    public JsonNode root() {
        List<JsonNode> oldest = Rows.of(connection, "SELECT * FROM \"Client\" ORDER BY created_at, client_id LIMIT 1")
                .all();
        if (oldest.isEmpty()) {
            throw new SourceException("The database has no client at all: this Encvoy ID was never started.");
        }
        return oldest.get(0);
    }

    /** Members {@code client_id} and {@code owner}: of each client, the number of the first owner. */
    public Rows owners() {
        return schema.has("Role")
                ? Rows.of(
                        connection,
                        "SELECT client_id, min(user_id) AS owner FROM \"Role\" WHERE upper(role) = 'OWNER'"
                                + " GROUP BY client_id")
                : Rows.none();
    }

    /**
     * How many rows of a table fulfil a condition; none if there is no such table or column.
     *
     * @param column that the condition needs
     */
    public long count(String table, String column, String condition) {
        return schema.hasColumn(table, column) ? count("FROM \"" + table + "\" WHERE " + condition) : 0;
    }

    /** How many rows a query finds, such as {@code FROM "User"}. */
    public long count(String from) {
        return Rows.of(connection, "SELECT count(*) AS n " + from)
                .all()
                .get(0)
                .path("n")
                .asLong();
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw Rows.failure(e);
        }
    }
}
