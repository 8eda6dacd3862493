package com.encvoy.keycloak.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Hands the one running Keycloak to the tests of a class, as a parameter of type {@link TestServer}, or the one in
 * production mode or in the pack's image, as one of type {@link OptimizedServer} or {@link ImageServer}, or two nodes,
 * as one of type {@link Cluster}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KeycloakServerExtension.class)
public @interface KeycloakServer {}
