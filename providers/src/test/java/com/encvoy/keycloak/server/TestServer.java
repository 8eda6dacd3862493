package com.encvoy.keycloak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;

import com.encvoy.keycloak.server.node.KeycloakProcess;

/** A running Keycloak with the pack installed and the realm files of {@link Imports} imported. */
public abstract class TestServer implements AutoCloseable {

    static final String ADMIN = "admin";
    static final String ADMIN_PASSWORD = "admin-of-the-tests";

    /** The variables that create the first administrator. */
    public static final Map<String, String> BOOTSTRAP =
            Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);

    static final String SENTRY_CLIENT_ID = "error-tracker";
    static final String SENTRY_CLIENT_SECRET = "secret-from-the-environment";

    private Keycloak admin;

    /**
     * Whether server tests run in containers: as {@code encvoy.test.runtime} says, or if a container engine answers.
     */
    public static boolean isContainerized() {
        String runtime = System.getProperty("encvoy.test.runtime", "auto");
        return switch (runtime) {
            case "auto" -> ContainerServer.isAvailable();
            case "container" -> true;
            case "distribution" -> false;
            default ->
                throw new IllegalArgumentException(
                        "encvoy.test.runtime is auto, container or distribution, not " + runtime);
        };
    }

    /** The host by which the server reaches the mail server of the tests. */
    String mailHost() {
        return "localhost";
    }

    /** The environment of a server that lives for a few tests. */
    protected final Map<String, String> shortLived() {
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(KeycloakProcess.SHORT_LIVED);
        return environment;
    }

    /** The environment of the server, as an administrator would set it. */
    protected final Map<String, String> environment() {
        return Map.of(
                "SENTRY_URL",
                "https://sentry.example.com",
                "SENTRY_CLIENT_ID",
                SENTRY_CLIENT_ID,
                "SENTRY_CLIENT_SECRET",
                SENTRY_CLIENT_SECRET,
                "SMTP_HOST",
                mailHost(),
                "SMTP_PORT",
                String.valueOf(Mailbox.port()),
                "SMTP_FROM",
                "id@encvoy.example");
    }

    /** Address of the server, without a trailing slash. */
    public abstract URI url();

    /** The log of the server so far. */
    public abstract String log();

    /** The address by which the server reaches itself. */
    public String inside(String path) {
        return at(path).toString();
    }

    /** Everything below an address of the server, such as {@code /api/oidc}. */
    public URI at(String path) {
        return URI.create(url() + path);
    }

    public synchronized Keycloak admin() {
        if (admin == null) {
            KeycloakBuilder builder = KeycloakBuilder.builder()
                    .serverUrl(url().toString())
                    .realm("master")
                    .clientId("admin-cli")
                    .username(ADMIN)
                    .password(ADMIN_PASSWORD);
            if (url().getScheme().equals("https")) {
                builder.resteasyClient(
                        Keycloak.getClientProvider().newRestEasyClient(null, TestCertificate.context(), false));
            }
            admin = builder.build();
        }
        return admin;
    }

    /** The details of a provider that the admin console shows under <em>Server info</em>. */
    public Map<String, String> operationalInfo(String spi, String provider) {
        return admin().serverInfo()
                .getInfo()
                .getProviders()
                .get(spi)
                .getProviders()
                .get(provider)
                .getOperationalInfo();
    }

    /**
     * Moves the server's clock by some seconds against real time; 0 resets it. The administrator signs in again;
     * results of {@link #admin()} from before can no longer be used.
     */
    public void moveClock(long seconds) {
        forgetAdmin();
        clock(String.valueOf(seconds));
    }

    /** Runs the server's scheduled tasks of every quarter of an hour. */
    public void passQuarterOfAnHour() {
        clock("quarter");
    }

    /** Runs the server's hourly purge of accounts that are to be deleted. */
    public void purgeAccounts() {
        clock("purge");
    }

    private void clock(String command) {
        HttpRequest request = HttpRequest.newBuilder(at("/realms/master/test-clock/" + command))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 204) {
                throw new IllegalStateException("The clock of the tests answered " + response.statusCode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The operations of the pack on the single-use store since the last call, one a line. */
    public String storeOperations() {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(at("/realms/master/test-work/operations"))
                                    .DELETE()
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private synchronized void forgetAdmin() {
        if (admin != null) {
            admin.close();
            admin = null;
        }
    }

    @Override
    public void close() {
        forgetAdmin();
    }
}
