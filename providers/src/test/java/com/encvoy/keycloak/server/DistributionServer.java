package com.encvoy.keycloak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/** The stock distribution, unpacked once and started as a process of this machine. */
public final class DistributionServer extends TestServer {

    private final Path log;
    private final URI url;
    private final Process process;

    /** The server of a run. */
    DistributionServer(Path imports) {
        this("keycloak", "", imports, List.of());
    }

    /**
     * A server of a test's own, where its options matter.
     *
     * @param name of its folder and log
     * @param relativePath where it is mounted, such as {@code /sso}
     * @param options more options of {@code kc.sh start-dev}
     */
    public DistributionServer(String name, String relativePath, List<String> options) {
        this(name, relativePath, Imports.write(Pack.target().resolve("imports")), options);
    }

    private DistributionServer(String name, String relativePath, Path imports, List<String> options) {
        Path home = Distribution.unpacked(name);
        int port = freePort();
        log = Pack.target().resolve(name + ".log");
        url = URI.create("http://localhost:" + port + relativePath);
        try {
            install(home, imports);
            process = start(home, port, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        Awaitility.await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(500))
                .failFast("Keycloak stopped, see " + log, () -> !process.isAlive())
                .until(this::answers);
    }

    private static void install(Path home, Path imports) throws IOException {
        List<Path> jars = new ArrayList<>(Pack.jars());
        jars.add(TestExtension.jar());
        for (Path jar : jars) {
            Files.copy(jar, home.resolve("providers").resolve(jar.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
        Path target = Files.createDirectories(home.resolve("data/import"));
        try (var files = Files.list(imports)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Process start(Path home, int port, List<String> options) throws IOException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>(List.of(home.resolve(windows ? "bin/kc.bat" : "bin/kc.sh").toString(),
                "start-dev", "--import-realm", "--db=dev-mem", "--http-host=localhost", "--http-port=" + port));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.putAll(environment());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms256m -Xmx1g");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(at("/realms/master")).timeout(Duration.ofSeconds(5)).build();
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * A port of this machine that nobody listens on, below those that systems give to outgoing connections: one of these could be
     * taken while the server starts.
     */
    public static int freePort() {
        return ThreadLocalRandom.current().ints(20_000, 32_000).filter(DistributionServer::isFree).limit(1).sum();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    String mailHost() {
        return "localhost";
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        super.close();
        stop();
    }

    private void stop() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
