package com.encvoy.keycloak.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.encvoy.keycloak.server.node.Distribution;
import com.encvoy.keycloak.server.node.KeycloakProcess;

/** The stock distribution, unpacked once and started as a process of this machine. */
public final class DistributionServer extends TestServer {

    private final URI url;
    private final KeycloakProcess process;

    /** The server of a run. */
    DistributionServer(Path imports) {
        this("keycloak", "", imports, List.of(), Map.of());
    }

    /**
     * A server for a single test that needs its own options.
     *
     * @param name of its folder and log
     * @param relativePath where it is mounted, such as {@code /sso}
     * @param options more options of {@code kc.sh start-dev}
     * @param missing JARs of the pack that are left out
     */
    public DistributionServer(String name, String relativePath, List<String> options, String... missing) {
        this(name, relativePath, Imports.folder(), options, KeycloakProcess.SHORT_LIVED, missing);
    }

    private DistributionServer(
            String name,
            String relativePath,
            Path imports,
            List<String> options,
            Map<String, String> java,
            String... missing) {
        Distribution distribution = Distribution.unpacked(name);
        distribution.install(imports);
        for (String jar : missing) {
            distribution.removeJar(jar);
        }
        int port = freePort();
        url = URI.create("http://localhost:" + port + relativePath);
        List<String> arguments = new ArrayList<>(
                List.of("start-dev", "--import-realm", "--db=dev-mem", "--http-host=localhost", "--http-port=" + port));
        arguments.addAll(options);
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(BOOTSTRAP);
        environment.putAll(java);
        environment.putAll(AuthenticationDevice.environment(mailHost()));
        process = KeycloakProcess.start(
                distribution.home(), Pack.target().resolve(name + ".log"), environment, arguments);
        process.awaitAnswer(at("/realms/master"));
    }

    /** A free port: for a server, or as an address at which no server listens. */
    public static int freePort() {
        return KeycloakProcess.freePort();
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public String log() {
        return process.log();
    }

    @Override
    public void close() {
        super.close();
        process.stop();
    }
}
