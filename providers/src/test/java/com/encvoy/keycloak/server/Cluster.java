package com.encvoy.keycloak.server;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

import com.encvoy.keycloak.server.node.KeycloakProcess;
import com.encvoy.keycloak.server.node.OptimizedDistribution;
import com.encvoy.keycloak.server.node.OptimizedNode;

/**
 * Two nodes in production mode on one PostgreSQL, behind a reverse proxy that gives each request to the other node. A
 * third one, with an earlier release of the pack, may join them.
 */
public final class Cluster extends TestServer {

    /** Number of the node with the earlier release. */
    public static final int EARLIER = 2;

    private static final List<Integer> PAIR = List.of(0, 1);

    private final Postgres postgres = new Postgres();
    private final URI url = URI.create("https://localhost:" + KeycloakProcess.freePort());
    private final List<URI> addresses = Stream.generate(
                    () -> URI.create("http://localhost:" + KeycloakProcess.freePort()))
            .limit(3)
            .toList();
    private final List<OptimizedNode> nodes = new ArrayList<>();
    private final AlternatingProxy proxy;

    public Cluster() {
        postgres.create("encvoy");
        // One after the other: the first one creates the tables and imports the realm.
        PAIR.forEach(number -> start(OptimizedDistribution.built(), number));
        awaitNodes(1, 2);
        proxy = new AlternatingProxy(url.getPort(), addresses, PAIR);
    }

    private void start(OptimizedDistribution distribution, int number) {
        OptimizedNode node = node(distribution, number);
        nodes.add(node);
        node.start();
        node.awaitReady();
    }

    private OptimizedNode node(OptimizedDistribution distribution, int number) {
        return new OptimizedNode(
                distribution,
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

    /** Lets the node with the earlier release join. It gets no request until {@link #direct} names it. */
    public void joinEarlier() {
        start(OptimizedDistribution.earlier(), EARLIER);
        awaitNodes(EARLIER, 3);
    }

    /** Stops the node with the earlier release; requests go to the two others again. */
    public void leaveEarlier() {
        proxy.direct(PAIR);
        if (nodes.size() > EARLIER) {
            nodes.remove(EARLIER).stop();
        }
    }

    /** From now on, requests go to one node. */
    public void direct(int node) {
        proxy.direct(List.of(node));
    }

    /** Waits until a node has found so many, with itself. */
    private void awaitNodes(int node, int number) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> nodes.get(node)
                        .log()
                        .lines()
                        .anyMatch(line -> line.contains("ISPN000094") && line.contains("(" + number + ")")));
    }

    /** Kills the process of a node, which cannot shut down in an orderly way. */
    public void kill(int node) {
        nodes.get(node).kill();
    }

    /** Restarts a node that was killed. */
    public void restart(int node) {
        nodes.get(node).start();
        nodes.get(node).awaitReady();
        awaitNodes(node, 2);
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
        return log(0) + log(1);
    }

    /** The log of a node so far. */
    public String log(int node) {
        return nodes.get(node).log();
    }

    @Override
    public void close() {
        super.close();
        proxy.close();
        nodes.forEach(OptimizedNode::stop);
        postgres.close();
    }
}
