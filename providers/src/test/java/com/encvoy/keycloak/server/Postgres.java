package com.encvoy.keycloak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

import com.encvoy.keycloak.server.node.KeycloakProcess;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A real PostgreSQL, started for the tests. Connections over the network, such as from containers, need the password.
 */
public final class Postgres implements AutoCloseable {

    public static final String USER = "postgres";

    private final EmbeddedPostgres server;
    private final String password = UUID.randomUUID().toString();

    public Postgres() {
        try {
            server = EmbeddedPostgres.builder()
                    .setPort(KeycloakProcess.freePort())
                    .setServerConfig("listen_addresses", "*")
                    .setServerConfig("hba_file", Access.FILE.toString())
                    .setServerConfig("max_connections", "300")
                    .start();
            execute("ALTER USER " + USER + " PASSWORD '" + password + "'");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who may connect from where: the same for all, and written once per run. */
    private static final class Access {

        private static final Path FILE = write();

        private static Path write() {
            try {
                return Files.writeString(Pack.target().resolve("pg_hba.conf"), """
                        local all all trust
                        host all all 127.0.0.1/32 trust
                        host all all ::1/128 trust
                        host all all 0.0.0.0/0 scram-sha-256
                        """);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Makes an empty database. */
    public void create(String database) {
        execute("CREATE DATABASE " + database);
    }

    public String url(String host, String database) {
        return "jdbc:postgresql://" + host + ":" + server.getPort() + "/" + database;
    }

    public String password() {
        return password;
    }

    public String version() {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a statement in a database. */
    public void execute(String database, String sql) {
        execute(server.getDatabase(USER, database), sql);
    }

    /** The number in the first row of a query. */
    public long number(String database, String sql) {
        try (Connection connection = server.getDatabase(USER, database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        execute(server.getPostgresDatabase(), sql);
    }

    private static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
