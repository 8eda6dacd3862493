package com.encvoy.keycloak.distribution;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogScreenTest {

    private static final String TIME = "2026-11-27 13:03:07,545 ";

    private final StringWriter out = new StringWriter();
    private final LogScreen screen = new LogScreen(new PrintWriter(out, true));

    @Test
    void showsThePhasesOfAStart() {
        screen.accept("Updating the configuration and installing your custom providers, if any. Please wait.");
        screen.accept(TIME + "INFO  [org.keycloak.X] (main) Initializing database schema. Using changelog a.xml");
        screen.accept(TIME + "INFO  [org.keycloak.services] (main) KC-SERVICES0050: Initializing master realm");

        assertThat(out.toString().lines())
                .containsExactly(
                        "Installing the pack in Keycloak ...",
                        "Creating the database ...",
                        "Importing the realm encvoy ...");
    }

    @Test
    void showsWarningsAndErrorsOfThePackAndNoOthers() {
        screen.accept(TIME + "WARN  [org.keycloak.services] (build-3) KC-SERVICES0047: x is an internal SPI");
        screen.accept(TIME + "ERROR [org.keycloak.quarkus.X] (main) ERROR: Failed to start server");
        screen.accept(TIME + "INFO  [com.encvoy.keycloak.login.X] (main) Marked");
        screen.accept(TIME + "WARN  [com.encvoy.keycloak.login.X] (main) Realm 'encvoy' has no mail server");
        screen.accept(TIME + "ERROR [com.encvoy.keycloak.login.X] (executor-thread-1) A mail was not sent");
        screen.accept("\tat com.encvoy.keycloak.login.X.y(X.java:1)");

        assertThat(out.toString().lines())
                .containsExactly("Warning: Realm 'encvoy' has no mail server", "Error: A mail was not sent");
    }

    @Test
    void showsErrorsOfKeycloakOnceItIsReady() {
        screen.ready();

        screen.accept(TIME + "WARN  [org.keycloak.events] (executor-thread-1) type=\"LOGIN_ERROR\"");
        screen.accept(TIME + "ERROR [org.keycloak.services.X] (executor-thread-1) Uncaught server error");

        assertThat(out.toString().lines()).containsExactly("Error: Uncaught server error");
    }
}
