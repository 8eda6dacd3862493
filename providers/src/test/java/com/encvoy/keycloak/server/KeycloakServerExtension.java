package com.encvoy.keycloak.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Logger;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts the server at the first test that wants it and stops it after the last. */
final class KeycloakServerExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(KeycloakServerExtension.class);

    private static final Map<Class<?>, Supplier<TestServer>> SERVERS = Map.of(
            TestServer.class, KeycloakServerExtension::start,
            ProxiedServer.class, ProxiedServer::new,
            OptimizedServer.class, OptimizedServer::new,
            ImageServer.class, ImageServer::new,
            Cluster.class, Cluster::new);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return SERVERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == TestServer.class
                && AnnotationSupport.isAnnotated(context.getRequiredTestClass(), OwnServer.class)) {
            throw new ParameterResolutionException("The shared server is in use by other tests at the same time");
        }
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        parameter.getParameter().getType(), type -> Attempt.make(SERVERS.get(type)), Attempt.class)
                .server();
    }

    /** The one attempt to start a server: after a failure every other test fails at once instead of trying again. */
    private record Attempt(TestServer started, RuntimeException failure) implements AutoCloseable {

        static Attempt make(Supplier<TestServer> server) {
            try {
                return new Attempt(server.get(), null);
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
        Path imports = Imports.folder();
        boolean container = TestServer.isContainerized();
        Logger.getLogger(KeycloakServerExtension.class.getName())
                .info(() -> "Server tests run against Keycloak " + Pack.keycloakVersion() + " from "
                        + (container ? "its container image" : "its distribution"));
        return container ? new ContainerServer(imports) : new DistributionServer(imports);
    }
}
