package com.encvoy.keycloak.server.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

/** A run of {@code kc.sh} on this machine. */
public final class KeycloakProcess {

    /**
     * The environment of a server that lives for a few tests: the second compiler of the Java VM takes twice as much
     * time of the processor as such a server saves by its work.
     */
    public static final Map<String, String> SHORT_LIVED = Map.of("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");

    private final Process process;
    private final Path log;

    private KeycloakProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    public static KeycloakProcess start(Path home, Path log, Map<String, String> environment, List<String> arguments) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>(
                List.of(home.resolve(windows ? "bin/kc.bat" : "bin/kc.sh").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms256m -Xmx1g");
        builder.environment().putAll(environment);
        builder.environment().values().removeIf(String::isEmpty);
        try {
            return new KeycloakProcess(
                    builder.redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until an address answers with 200. */
    public void awaitAnswer(URI address) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .failFast("Keycloak stopped, see " + log, () -> !process.isAlive())
                .until(() -> answers(address));
    }

    private static boolean answers(URI address) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits for a command that ends by itself. */
    int awaitEnd() {
        return process.onExit().orTimeout(4, TimeUnit.MINUTES).join().exitValue();
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of the heap that are in use after a full collection. */
    long heapAfterFullCollection() {
        jcmd("GC.run");
        // "used 123456K" of the whole heap, or of each generation.
        return Pattern.compile("(?:heap|PSYoungGen|ParOldGen|def new generation|Tenured|tenured generation)\\s+total "
                        + "(?:reserved )?\\d+K,(?: committed \\d+K,)? used (\\d+)K")
                .matcher(jcmd("GC.heap_info"))
                .results()
                .mapToLong(used -> Long.parseLong(used.group(1)) * 1024)
                .reduce(Long::sum)
                .orElseThrow(() ->
                        new IllegalStateException("This Java says in another way how much of its heap is in use"));
    }

    /** Bytes of resident memory of the Java VM, as Linux counts them. */
    long residentSetSize() {
        try (Stream<String> status = Files.lines(Path.of("/proc", String.valueOf(java().pid()), "status"))) {
            return status.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Time of the processor that the Java VM has used. */
    Duration processorTime() {
        return java().info().totalCpuDuration().orElseThrow();
    }

    private String jcmd(String command) {
        List<String> arguments = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(java().pid()),
                command));
        try {
            Process jcmd =
                    new ProcessBuilder(arguments).redirectErrorStream(true).start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Java VM that the script started or was replaced by. */
    private ProcessHandle java() {
        return family().stream()
                .filter(handle -> handle.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    public void stop() {
        family().forEach(ProcessHandle::destroy);
        if (!ended(30)) {
            kill();
        }
    }

    /** SIGKILL on systems with signals: the process cannot shut down in an orderly way. */
    void kill() {
        family().forEach(ProcessHandle::destroyForcibly);
        ended(30);
    }

    private boolean ended(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<ProcessHandle> family() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
    }

    /**
     * A free port of this machine, below the range that systems use for outgoing connections: a port of that range
     * could be taken while the server starts.
     */
    public static int freePort() {
        return ThreadLocalRandom.current()
                .ints(20_000, 32_000)
                .filter(KeycloakProcess::isFree)
                .limit(1)
                .sum();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
