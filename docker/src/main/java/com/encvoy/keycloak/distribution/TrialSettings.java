package com.encvoy.keycloak.distribution;

import java.net.URI;
import java.nio.file.Path;

/**
 * The trial that a command line asks for.
 *
 * @param port port of the server
 * @param folder absolute folder for the server, its data and its secrets
 * @param sentry address of the Sentry installation without a trailing slash, null if not given
 * @param verbose whether the whole output of Keycloak is shown
 * @param debug whether the server is one for developers: with a debug port, and themes and texts from the checkout
 */
record TrialSettings(int port, Path folder, URI sentry, boolean verbose, boolean debug) {

    /** Address of the server, without a trailing slash. */
    URI url() {
        return URI.create("http://localhost:" + port);
    }
}
