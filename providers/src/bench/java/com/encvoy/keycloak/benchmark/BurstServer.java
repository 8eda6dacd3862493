package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.encvoy.keycloak.server.Postgres;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.encvoy.keycloak.server.node.CaddyProxy;
import com.encvoy.keycloak.server.node.KeycloakProcess;
import com.encvoy.keycloak.server.node.OptimizedNode;

/** Nodes of the pack in production mode behind the proxy of compose.cluster.yaml, all on this machine. */
final class BurstServer extends TestServer {

    /** As docker/README.md says. */
    private static final int QUEUED_PER_CORE = 500;

    private final URI url = URI.create("http://localhost:" + KeycloakProcess.freePort());
    private final int port = KeycloakProcess.freePort();
    private final int managementPort = KeycloakProcess.freePort();
    private final List<OptimizedNode> nodes;
    private final CaddyProxy proxy;

    /** @param database that exists */
    BurstServer(Postgres postgres, String database, int count) {
        nodes = IntStream.range(0, count)
                .mapToObj(number -> node(postgres, database, number, queue(count)))
                .toList();
        for (OptimizedNode node : nodes) {
            node.start();
            node.awaitAnswer(node.management("/health/ready"));
        }
        proxy = new CaddyProxy(
                url,
                IntStream.range(0, count)
                        .mapToObj(number -> host(number) + ":" + port)
                        .toList(),
                managementPort);
    }

    /** How many requests wait in each of some nodes, which share this machine. */
    static int queue(int nodes) {
        return Integer.getInteger(
                "encvoy.benchmark.queue", QUEUED_PER_CORE * Runtime.getRuntime().availableProcessors() / nodes);
    }

    /** All nodes have the same ports, as in containers. */
    private static String host(int number) {
        return "127.0.0." + (number + 1);
    }

    private OptimizedNode node(Postgres postgres, String database, int number, int queue) {
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(BenchmarkServer.shippedOptions());
        environment.put("KC_HTTP_MAX_QUEUED_REQUESTS", String.valueOf(queue));
        return new OptimizedNode(
                Edition.of(true).distribution(),
                "burst-" + number,
                postgres,
                database,
                environment,
                URI.create("http://" + host(number) + ":" + managementPort),
                List.of(
                        "--hostname=" + url,
                        "--http-enabled=true",
                        "--http-host=" + host(number),
                        "--http-port=" + port,
                        "--proxy-headers=xforwarded",
                        "--proxy-trusted-addresses=127.0.0.0/8"));
    }

    Provider provider(int people) throws IOException {
        String secret = TestRealm.imported(this).sentry("/api/oidc").oidcClientSecret();
        return new Provider(url, at("/api/oidc"), Realms.CLIENT_ID, secret, Realms.SCOPE, people, 1);
    }

    /** An address of the management interface of the first node. */
    URI management(String path) {
        return nodes.get(0).management(path);
    }

    void kill(int node) {
        nodes.get(node).kill();
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public String log() {
        return nodes.get(0).log();
    }

    @Override
    public void close() {
        super.close();
        proxy.close();
        nodes.forEach(OptimizedNode::stop);
    }
}
