package com.encvoy.keycloak.install;

/** Tells the person at the terminal how far a long work has come. */
@FunctionalInterface
interface Progress {

    void at(String sentence);
}
