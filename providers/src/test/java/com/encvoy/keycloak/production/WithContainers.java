package com.encvoy.keycloak.production;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tests of container images: they run where the server tests run in containers. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("container")
@EnabledIf(
        value = "com.encvoy.keycloak.server.TestServer#isContainerized",
        disabledReason = "server tests run from the distribution, or no container engine answers")
public @interface WithContainers {}
