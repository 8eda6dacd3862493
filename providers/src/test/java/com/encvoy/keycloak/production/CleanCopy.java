package com.encvoy.keycloak.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.node.KeycloakProcess;

import static org.assertj.core.api.Assertions.assertThat;

/** A copy of the checkout without what builds and trials have left in it, and shells that run commands there. */
final class CleanCopy {

    private static final Set<String> NOT_COPIED = Set.of("target", ".git", ".encvoy", ".env");

    private final Path root;
    private final Path logs;
    private final Map<String, String> environment;

    private CleanCopy(Path root, Path logs, Map<String, String> environment) {
        this.root = root;
        this.logs = logs;
        this.environment = environment;
    }

    /**
     * @param folder for the copy and for the logs of commands
     * @param additional variables for the commands
     */
    static CleanCopy in(Path folder, Map<String, String> additional) throws IOException {
        Path root = folder.resolve("checkout");
        copy(Pack.root(), root);
        Map<String, String> environment = new HashMap<>(KeycloakProcess.SHORT_LIVED);
        environment.put("MAVEN_OPTS", KeycloakProcess.SHORT_LIVED.get("JAVA_OPTS_APPEND"));
        environment.put(
                "MAVEN_ARGS",
                "--batch-mode --no-transfer-progress -Dkeycloak.server.version=" + Pack.keycloakVersion());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.putAll(additional);
        return new CleanCopy(root, folder, environment);
    }

    /** The same copy, with one more variable for the commands. */
    CleanCopy with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new CleanCopy(root, logs, more);
    }

    private static void copy(Path source, Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> entries = Files.list(source)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                Path copy = target.resolve(entry.getFileName().toString());
                if (NOT_COPIED.contains(entry.getFileName().toString())) {
                    continue;
                }
                if (Files.isDirectory(entry)) {
                    copy(entry, copy);
                } else {
                    Files.copy(entry, copy);
                }
            }
        }
    }

    Path root() {
        return root;
    }

    /** Where a command of this name prints. */
    Path log(String name) {
        return logs.resolve(name + ".log");
    }

    /** Begins to run commands as a person does who pastes them. */
    Process start(String name, String commands) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", commands)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile());
        shell.environment().putAll(environment);
        return shell.start();
    }

    /** @return what the commands have printed */
    String run(String name, String commands, int exitCode) throws IOException, InterruptedException {
        Process shell = start(name, commands);
        assertThat(shell.waitFor(10, TimeUnit.MINUTES)).as(commands).isTrue();
        String printed = Files.readString(log(name));
        assertThat(shell.exitValue()).as(commands + "\n" + printed).isEqualTo(exitCode);
        return printed;
    }
}
