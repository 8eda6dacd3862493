package com.encvoy.keycloak.server.node;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.encvoy.keycloak.server.Postgres;
import com.encvoy.keycloak.server.TestServer;

/** A Keycloak in production mode on a PostgreSQL: {@code kc.sh start --optimized}. */
public final class OptimizedNode {

    private final OptimizedDistribution distribution;
    private final String name;
    private final URI management;
    private final Map<String, String> environment;
    private final List<String> arguments;
    private KeycloakProcess process;

    /**
     * @param name of its log
     * @param environment of the pack, as an administrator sets it
     * @param options of {@code kc.sh start}
     */
    public OptimizedNode(
            OptimizedDistribution distribution,
            String name,
            Postgres postgres,
            String database,
            Map<String, String> environment,
            List<String> options) {
        this(
                distribution,
                name,
                postgres,
                database,
                environment,
                URI.create("http://localhost:" + KeycloakProcess.freePort()),
                options);
    }

    /** @param management address of its management interface, on the host of its HTTP listener */
    public OptimizedNode(
            OptimizedDistribution distribution,
            String name,
            Postgres postgres,
            String database,
            Map<String, String> environment,
            URI management,
            List<String> options) {
        this.management = management;
        this.distribution = distribution;
        this.name = name;
        this.environment = new HashMap<>(environment);
        this.environment.putAll(TestServer.BOOTSTRAP);
        this.environment.put("KC_DB_URL", postgres.url("localhost", database));
        this.environment.put("KC_DB_USERNAME", Postgres.USER);
        this.environment.put("KC_DB_PASSWORD", postgres.password());
        this.arguments = new ArrayList<>(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--http-management-port=" + management.getPort(),
                "--http-management-scheme=http",
                "--cache-embedded-network-bind-address=127.0.0.1",
                "--cache-embedded-network-bind-port=" + KeycloakProcess.freePort()));
        this.arguments.addAll(options);
    }

    public void start() {
        process = distribution.run(name, environment, arguments);
    }

    public void awaitReady() {
        awaitAnswer(management("/health/ready"));
    }

    public void awaitAnswer(URI address) {
        process.awaitAnswer(address);
    }

    /** An address of the management interface, such as {@code /health/ready} and {@code /metrics}. */
    public URI management(String path) {
        return URI.create(management + path);
    }

    public String log() {
        return process.log();
    }

    public long heapAfterFullCollection() {
        return process.heapAfterFullCollection();
    }

    public Duration processorTime() {
        return process.processorTime();
    }

    public long residentSetSize() {
        return process.residentSetSize();
    }

    public void kill() {
        process.kill();
    }

    public void stop() {
        process.stop();
    }
}
