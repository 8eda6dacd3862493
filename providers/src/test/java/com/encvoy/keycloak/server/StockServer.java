package com.encvoy.keycloak.server;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.encvoy.keycloak.server.node.Distribution;
import com.encvoy.keycloak.server.node.KeycloakProcess;

/** The stock distribution as it is downloaded, without the pack. */
public final class StockServer implements AutoCloseable {

    private final URI url = URI.create("http://localhost:" + KeycloakProcess.freePort());
    private final KeycloakProcess process;

    /** @param options more options of {@code kc.sh start-dev} */
    public StockServer(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("start-dev", "--db=dev-mem", "--http-host=localhost", "--http-port=" + url.getPort()));
        arguments.addAll(List.of(options));
        Map<String, String> environment = new HashMap<>(TestServer.BOOTSTRAP);
        environment.putAll(KeycloakProcess.SHORT_LIVED);
        process = KeycloakProcess.start(
                Distribution.unpacked("stock").home(), Pack.target().resolve("stock.log"), environment, arguments);
        process.awaitAnswer(at("/realms/master"));
    }

    /** Everything below an address of the server, such as {@code /realms/master}. */
    public URI at(String path) {
        return URI.create(url + path);
    }

    @Override
    public void close() {
        process.stop();
    }
}
