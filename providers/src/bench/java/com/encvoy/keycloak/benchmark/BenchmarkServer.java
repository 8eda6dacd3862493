package com.encvoy.keycloak.benchmark;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.Postgres;
import com.encvoy.keycloak.server.TestServer;
import com.encvoy.keycloak.server.node.KeycloakProcess;
import com.encvoy.keycloak.server.node.OptimizedDistribution;
import com.encvoy.keycloak.server.node.OptimizedNode;

/** A Keycloak in production mode on a PostgreSQL, with the pack or without it, to be measured. */
public final class BenchmarkServer extends TestServer {

    private final URI url = URI.create("http://localhost:" + KeycloakProcess.freePort());
    private final OptimizedNode node;

    /**
     * @param name of its log and of its database, which exists
     * @param java variables for the Java VM, such as {@code JAVA_OPTS_APPEND}
     */
    BenchmarkServer(String name, Postgres postgres, Edition edition, Map<String, String> java) {
        this(name, postgres, edition.distribution(), java);
    }

    /** With an earlier version of the pack, from a checkout in which its JARs were built. */
    public static BenchmarkServer ofEarlier(Path checkout, String name, Postgres postgres) {
        return new BenchmarkServer(name, postgres, OptimizedDistribution.earlier(checkout), shippedOptions());
    }

    private BenchmarkServer(
            String name, Postgres postgres, OptimizedDistribution distribution, Map<String, String> java) {
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(java);
        node = new OptimizedNode(
                distribution,
                name,
                postgres,
                name,
                environment,
                List.of(
                        "--hostname=" + url,
                        "--http-enabled=true",
                        "--http-host=localhost",
                        "--http-port=" + url.getPort()));
    }

    /** The options of the Java VM that the image and {@code docker/run} add to Keycloak's own. */
    public static Map<String, String> shippedOptions() {
        return Map.of(
                "JAVA_OPTS_APPEND", "@" + Pack.containerFile("jvm.options").toAbsolutePath());
    }

    /** Keycloak's own heap and, with the pack, the options that it ships. */
    public static Map<String, String> defaults(boolean withPack) {
        Map<String, String> java = new HashMap<>(withPack ? shippedOptions() : Map.of());
        java.put("JAVA_OPTS_KC_HEAP", "");
        return java;
    }

    /**
     * Starts it.
     *
     * @param path that has to answer
     * @return milliseconds until it does
     */
    public long start(String path) {
        long begin = System.nanoTime();
        node.start();
        node.awaitAnswer(at(path));
        return (System.nanoTime() - begin) / 1_000_000;
    }

    /** Bytes of the heap that are in use after a full collection. */
    public long heapAfterFullCollection() {
        return node.heapAfterFullCollection();
    }

    /** Time of the processor that the process has used. */
    public Duration processorTime() {
        return node.processorTime();
    }

    /** Bytes of resident memory of the process. */
    public long residentSetSize() {
        return node.residentSetSize();
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public String log() {
        return node.log();
    }

    @Override
    public void close() {
        super.close();
        node.stop();
    }
}
