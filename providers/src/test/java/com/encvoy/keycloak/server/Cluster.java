package com.encvoy.keycloak.server;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

import com.encvoy.keycloak.server.node.KeycloakProcess;
import com.encvoy.keycloak.server.node.OptimizedDistribution;
import com.encvoy.keycloak.server.node.OptimizedNode;

/** Two nodes in production mode on one PostgreSQL, behind a reverse proxy that gives each request to the other node. */
public final class Cluster extends TestServer {

    private final Postgres postgres = new Postgres();
    private final URI url = URI.create("https://localhost:" + KeycloakProcess.freePort());
    private final List<URI> addresses = Stream.generate(
                    () -> URI.create("http://localhost:" + KeycloakProcess.freePort()))
            .limit(2)
            .toList();
    private final List<OptimizedNode> nodes;
    private final AlternatingProxy proxy;

    public Cluster() {
        postgres.create("encvoy");
        nodes = Stream.of(0, 1).map(this::node).toList();
        // One after the other: the first one creates the tables and imports the realm.
        for (OptimizedNode node : nodes) {
            node.start();
            node.awaitReady();
        }
        awaitTheOther(1);
        proxy = new AlternatingProxy(url.getPort(), addresses);
    }

    private OptimizedNode node(int number) {
        return new OptimizedNode(
                OptimizedDistribution.built(),
                "node-" + number,
                postgres,
                "encvoy",
                shortLived(),
                List.of(
                        "--hostname=" + url,
                        "--http-enabled=true",
                        "--http-host=localhost",
                        "--http-port=" + addresses.get(number).getPort(),
                        "--proxy-headers=xforwarded",
                        "--proxy-trusted-addresses=127.0.0.1"));
    }

    /** Waits until a node has found the other one. */
    private void awaitTheOther(int node) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> nodes.get(node)
                        .log()
                        .lines()
                        .anyMatch(line -> line.contains("ISPN000094") && line.contains("(2)")));
    }

    /** Kills the process of a node, which cannot shut down in an orderly way. */
    public void kill(int node) {
        nodes.get(node).kill();
    }

    /** Restarts a node that was killed. */
    public void restart(int node) {
        nodes.get(node).start();
        nodes.get(node).awaitReady();
        awaitTheOther(node);
    }

    /** The number of requests that a node has answered. */
    public int served(int node) {
        return proxy.served(node);
    }

    /** The node that has answered the last request. */
    public int answeredLast() {
        return proxy.answeredLast();
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public String log() {
        return nodes.get(0).log() + nodes.get(1).log();
    }

    @Override
    public void close() {
        super.close();
        proxy.close();
        nodes.forEach(OptimizedNode::stop);
        postgres.close();
    }
}
