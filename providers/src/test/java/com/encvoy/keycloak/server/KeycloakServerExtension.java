package com.encvoy.keycloak.server;

import java.nio.file.Path;
import java.util.logging.Logger;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the server at the first test that wants it and stops it after the last. */
final class KeycloakServerExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(KeycloakServerExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE)
                .getOrComputeIfAbsent(Attempt.class, type -> Attempt.make(), Attempt.class).server();
    }

    /** The one attempt to start a server: after a failure every other test fails at once instead of trying again. */
    private record Attempt(TestServer started, RuntimeException failure) implements AutoCloseable {

        static Attempt make() {
            try {
                return new Attempt(start(), null);
            } catch (RuntimeException e) {
                return new Attempt(null, e);
            }
        }

        TestServer server() {
            if (failure != null) {
                throw new IllegalStateException("Keycloak did not start", failure);
            }
            return started;
        }

        @Override
        public void close() {
            if (started != null) {
                started.close();
            }
        }
    }

    private static TestServer start() {
        Path imports = Imports.write(Pack.target().resolve("imports"));
        String runtime = System.getProperty("encvoy.test.runtime", "auto");
        boolean container = switch (runtime) {
            case "auto" -> ContainerServer.isAvailable();
            case "container" -> true;
            case "distribution" -> false;
            default -> throw new IllegalArgumentException(
                    "encvoy.test.runtime is auto, container or distribution, not " + runtime);
        };
        Logger.getLogger(KeycloakServerExtension.class.getName()).info(() -> "Server tests run against Keycloak "
                + Pack.keycloakVersion() + " from " + (container ? "its container image" : "its distribution"));
        return container ? new ContainerServer(imports) : new DistributionServer(imports);
    }
}
