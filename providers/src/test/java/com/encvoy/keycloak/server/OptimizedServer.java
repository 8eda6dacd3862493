package com.encvoy.keycloak.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import com.encvoy.keycloak.server.node.KeycloakProcess;
import com.encvoy.keycloak.server.node.OptimizedDistribution;
import com.encvoy.keycloak.server.node.OptimizedNode;

/** One node in production mode, on PostgreSQL, with TLS. */
public final class OptimizedServer extends TestServer {

    private final Postgres postgres = new Postgres();
    private final URI url = URI.create("https://localhost:" + KeycloakProcess.freePort());
    private final OptimizedNode node;

    public OptimizedServer() {
        postgres.create("encvoy");
        node = new OptimizedNode(
                OptimizedDistribution.built(),
                "optimized",
                postgres,
                "encvoy",
                shortLived(),
                List.of(
                        "--hostname=" + url,
                        "--https-port=" + url.getPort(),
                        "--https-key-store-file=" + TestCertificate.store(),
                        "--https-key-store-password=" + TestCertificate.PASSWORD));
        node.start();
        node.awaitReady();
    }

    /** Stops the server, copies JARs over the existing ones, with their times, and starts it again. */
    public void updateAndRestart(List<Path> jars) {
        super.close();
        node.stop();
        OptimizedDistribution.built().replace(jars);
        node.start();
        node.awaitReady();
    }

    /** Bytes of the heap that are in use after a full collection. */
    public long heapAfterFullCollection() {
        return node.heapAfterFullCollection();
    }

    /** An address of the management interface, such as {@code /health/ready} and {@code /metrics}. */
    public URI management(String path) {
        return node.management(path);
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
        postgres.close();
    }
}
