package com.encvoy.keycloak.benchmark;

/** Sends requests to a server. */
interface Sender {

    Answer ask(byte[] request);
}
