package com.encvoy.keycloak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;

import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

import com.encvoy.keycloak.server.node.KeycloakProcess;
import com.encvoy.keycloak.server.node.PackImage;

/** The pack's own container image, on PostgreSQL, with TLS. */
public final class ImageServer extends TestServer {

    private static final String HOST = "host.docker.internal";
    private static final String CONFIGURATION = "/opt/keycloak/conf/";

    /** Readable for the user of the container, no matter which user owns the file outside. */
    private static final int READABLE = 0644;

    private final Postgres postgres = new Postgres();
    private final URI url = URI.create("https://localhost:" + KeycloakProcess.freePort());
    private final PortContainer container;

    /** The address of the server is part of its configuration, so the port has to be known before it starts. */
    private static final class PortContainer extends GenericContainer<PortContainer> {

        PortContainer(Future<String> image, int port) {
            super(image);
            addFixedExposedPort(port, 8443);
        }
    }

    /** With the clock of the tests in it, which {@link #moveClock} needs. */
    ImageServer() {
        this(PackImage.withTestExtension(), "1000");
    }

    /** @param user a number, and that of a group behind a colon */
    public ImageServer(Future<String> image, String user) {
        postgres.create("encvoy");
        container = new PortContainer(image, url.getPort())
                .withCreateContainerCmdModifier(command -> command.withUser(user))
                .withExtraHost(HOST, "host-gateway")
                .withEnv(environment())
                .withEnv(BOOTSTRAP)
                .withEnv("KC_HOSTNAME", url.toString())
                .withEnv("KC_DB_URL", postgres.url(HOST, "encvoy"))
                .withEnv("KC_DB_USERNAME", Postgres.USER)
                .withEnv("KC_DB_PASSWORD", postgres.password())
                .withEnv("KC_HTTPS_KEY_STORE_FILE", CONFIGURATION + "tls.p12")
                .withEnv("KC_HTTPS_KEY_STORE_PASSWORD", TestCertificate.PASSWORD)
                .withEnv("JAVA_OPTS_KC_HEAP", "-Xms256m -Xmx1g")
                .withCopyFileToContainer(
                        MountableFile.forHostPath(TestCertificate.store(), READABLE), CONFIGURATION + "tls.p12")
                .withCopyFileToContainer(
                        MountableFile.forHostPath(TestCertificate.pem(), READABLE), CONFIGURATION + "tls.pem")
                .waitingFor(Wait.forHealthcheck().withStartupTimeout(Duration.ofMinutes(4)));
        container.start();
    }

    /** Runs a command in the container, as its user. */
    public ExecResult run(String... command) {
        try {
            return container.execInContainer(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The labels of the image. */
    public Map<String, String> labels() {
        return container.getContainerInfo().getConfig().getLabels();
    }

    @Override
    String mailHost() {
        return HOST;
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public String log() {
        return container.getLogs();
    }

    @Override
    public void close() {
        super.close();
        try {
            Files.writeString(Pack.target().resolve("image.log"), log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        container.stop();
        postgres.close();
    }
}
