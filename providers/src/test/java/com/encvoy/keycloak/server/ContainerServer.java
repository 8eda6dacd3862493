package com.encvoy.keycloak.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.MountableFile;

import dasniko.testcontainers.keycloak.KeycloakContainer;

/** The official image with the pack dropped in. */
final class ContainerServer extends TestServer {

    private static final String HOST = "host.docker.internal";

    private final KeycloakContainer container;

    ContainerServer(Path imports) {
        List<File> jars = new ArrayList<>(Pack.jars().stream().map(Path::toFile).toList());
        jars.add(TestExtension.jar().toFile());
        container = new KeycloakContainer("quay.io/keycloak/keycloak:" + Pack.keycloakImageTag())
                .withProviderLibsFrom(jars)
                .withAdminUsername(ADMIN)
                .withAdminPassword(ADMIN_PASSWORD)
                .withEnv(environment())
                .withEnv(AuthenticationDevice.environment(HOST))
                .withExtraHost(HOST, "host-gateway")
                .withEnv("JAVA_OPTS_KC_HEAP", "-Xms256m -Xmx1g")
                .withCopyFileToContainer(MountableFile.forHostPath(imports), "/opt/keycloak/data/import");
        container.start();
    }

    static boolean isAvailable() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @Override
    public String inside(String path) {
        return "http://localhost:8080" + path;
    }

    @Override
    String mailHost() {
        return HOST;
    }

    @Override
    public URI url() {
        return URI.create(container.getAuthServerUrl());
    }

    @Override
    public String log() {
        return container.getLogs();
    }

    @Override
    public void close() {
        super.close();
        try {
            Files.writeString(Pack.target().resolve("container.log"), log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        container.stop();
    }
}
