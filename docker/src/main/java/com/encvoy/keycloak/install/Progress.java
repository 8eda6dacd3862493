package com.encvoy.keycloak.install;

/** Shows the progress of a long operation on the terminal. */
@FunctionalInterface
interface Progress {

    void at(String sentence);
}
