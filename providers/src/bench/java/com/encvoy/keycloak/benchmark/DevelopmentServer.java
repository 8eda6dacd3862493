package com.encvoy.keycloak.benchmark;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.StockRealm;
import com.encvoy.keycloak.server.TestServer;
import com.encvoy.keycloak.server.node.Distribution;
import com.encvoy.keycloak.server.node.KeycloakProcess;

/** A Keycloak in development mode, stock or with the pack, that imports a realm, to be measured. */
public final class DevelopmentServer implements AutoCloseable {

    private final URI url = URI.create("http://localhost:" + KeycloakProcess.freePort());
    private final KeycloakProcess process;

    private DevelopmentServer(boolean withPack) {
        Distribution distribution = Distribution.unpacked(withPack ? "development-shipped" : "development-plain");
        Map<String, String> environment = new HashMap<>(TestServer.BOOTSTRAP);
        environment.putAll(BenchmarkServer.defaults(withPack));
        if (withPack) {
            distribution.installPack();
        }
        distribution.installRealm(withPack ? Pack.realmFile() : StockRealm.file());
        process = KeycloakProcess.start(
                distribution.home(),
                Pack.target().resolve("development.log"),
                environment,
                List.of(
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--http-host=localhost",
                        "--http-port=" + url.getPort()));
    }

    /** @return milliseconds until the discovery document of the imported realm is available */
    public static long start(boolean withPack) {
        long begin = System.nanoTime();
        try (DevelopmentServer server = new DevelopmentServer(withPack)) {
            server.process.awaitAnswer(URI.create(
                    server.url + (withPack ? "/api/oidc" : "/realms/stock") + "/.well-known/openid-configuration"));
            return (System.nanoTime() - begin) / 1_000_000;
        }
    }

    @Override
    public void close() {
        process.stop();
    }
}
