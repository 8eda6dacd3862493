package com.encvoy.keycloak.server;

import java.net.URI;
import java.util.List;

/**
 * A server below a path, behind a proxy that ends TLS, whose root realm is not the default one, without native
 * libraries, that logs at the most verbose level.
 */
public final class ProxiedServer extends TestServer {

    private static final String PATH = "/sso";

    private final DistributionServer server = new DistributionServer(
            "proxied",
            PATH,
            List.of(
                    "--http-relative-path=" + PATH,
                    "--proxy-headers=xforwarded",
                    "--spi-realm-restapi-extension--api--root-realm=" + Imports.SECRET_ONLY,
                    "--spi-password-hashing--argon2--libsodium=false",
                    "--spi-signature--RS256--openssl=false",
                    "--log-level=info,com.encvoy:trace,org.keycloak.authentication:debug,"
                            + "org.keycloak.services:debug,org.keycloak.events:debug,"
                            + "org.keycloak.email:debug,org.keycloak.forms:debug,org.keycloak.protocol:debug,"
                            + "org.keycloak.models:debug,"
                            + "org.keycloak.sessions:debug,freemarker:debug,org.eclipse.angus:debug"));

    @Override
    public URI url() {
        return server.url();
    }

    @Override
    public String log() {
        return server.log();
    }

    @Override
    public void close() {
        super.close();
        server.close();
    }
}
