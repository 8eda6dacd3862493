package com.encvoy.keycloak.distribution;

/** Why Keycloak cannot be run, as one sentence for the person at the terminal. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Failure(String sentence) {
        super(sentence);
    }
}
