package com.encvoy.keycloak.production;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Tests of the distribution in production mode: skipped if server tests were requested to run in containers. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfSystemProperty(
        named = "encvoy.test.runtime",
        matches = "container",
        disabledReason = "server tests run in containers only")
public @interface WithDistribution {}
