package com.encvoy.keycloak.server.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

import com.encvoy.keycloak.server.Pack;

/** The reverse proxy of compose.cluster.yaml on this machine: an installed Caddy with the shipped Caddyfile. */
public final class CaddyProxy implements AutoCloseable {

    /** The upstream nodes and the port of their health, as the Caddyfile names them. */
    private static final String NODES = "keycloak:8080 keycloak-2:8080";

    private static final String HEALTH = "health_port 9000";

    private final Process process;

    /**
     * @param url of the proxy, {@code http://localhost:…}
     * @param nodes host and port of each
     * @param healthPort of their management interfaces
     */
    public CaddyProxy(URI url, List<String> nodes, int healthPort) {
        Path folder = Pack.target().resolve("caddy");
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("Caddyfile-" + url.getPort());
            Files.writeString(file, caddyfile(nodes, healthPort));
            ProcessBuilder builder = new ProcessBuilder(
                    "caddy",
                    "run",
                    "--adapter",
                    "caddyfile",
                    "--config",
                    file.toAbsolutePath().toString());
            builder.environment().put("KC_HOSTNAME", url.toString());
            builder.environment().put("PROXY_TLS", "");
            builder.environment().put("XDG_DATA_HOME", folder.toAbsolutePath().toString());
            builder.environment().put("XDG_CONFIG_HOME", folder.toAbsolutePath().toString());
            process = builder.redirectErrorStream(true)
                    .redirectOutput(
                            folder.resolve("caddy-" + url.getPort() + ".log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .failFast("Caddy stopped, see " + folder, () -> !process.isAlive())
                .until(() -> isListening(url));
    }

    public static boolean isInstalled() {
        try {
            return new ProcessBuilder("caddy", "version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String caddyfile(List<String> nodes, int healthPort) throws IOException {
        String shipped = Files.readString(Pack.containerFile("Caddyfile"));
        if (!shipped.contains(NODES) || !shipped.contains(HEALTH)) {
            throw new IllegalStateException("The Caddyfile names other nodes");
        }
        return "{\n\tadmin off\n}\n"
                + shipped.replace(NODES, String.join(" ", nodes)).replace(HEALTH, "health_port " + healthPort);
    }

    private static boolean isListening(URI url) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
