package com.encvoy.keycloak.api;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.server.Imports;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

@KeycloakServer
class ServerLogIT {

    /** Keycloak logs this for every extension that implements one of its internal SPIs. */
    private static final Predicate<String> INTERNAL_SPI =
            Pattern.compile("KC-SERVICES0047").asPredicate();

    /** Lines that the start of a stock Keycloak in development mode logs as well. */
    private static final Predicate<String> STOCK = Pattern.compile(
                    "Deprecated features|ISPN|JGRP|Unknown configuration")
            .asPredicate();

    /** The realm of the tests that is imported without a secret on purpose. */
    private static final Predicate<String> EXPECTED =
            Pattern.compile("realm '" + Imports.NO_VARIABLE + "'").asPredicate();

    private final TestServer server;

    ServerLogIT(TestServer server) {
        this.server = server;
    }

    @Test
    void theStartShowsNoWarningButKeycloaksNoticeAboutInternalSpis() {
        List<String> warnings = server.log()
                .lines()
                .takeWhile(line -> !line.contains("Listening on:"))
                .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                .filter(INTERNAL_SPI.negate().and(STOCK.negate()).and(EXPECTED.negate()))
                .toList();

        assertThat(server.log()).contains("Listening on:", "Realm 'encvoy' imported");
        assertThat(warnings).isEmpty();
    }

    @Test
    void theVersionOfThePackAndTheRootRealmAreShownInServerInfo() {
        assertThat(server.operationalInfo("realm-restapi-extension", "api"))
                .containsEntry("Root realm", "encvoy")
                .containsKey("Version");
    }

    @Test
    void passwordsAreHashedByLibsodiumWhichServerInfoSays() {
        assertThat(server.operationalInfo("password-hashing", "argon2"))
                .hasEntrySatisfying(
                        "Computed by", library -> assertThat(library).startsWith("libsodium 1."));
    }
}
