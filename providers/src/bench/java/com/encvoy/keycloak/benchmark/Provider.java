package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.net.URI;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A provider to sign in with: a realm, or another product. People are called person0, person1 and so on, with one
 * password.
 */
final class Provider {

    static final String PASSWORD = "correct horse battery staple";

    private final URI server;
    private final RelyingApplication firstVisit;
    private RelyingApplication application;
    private final int people;
    private final int codes;

    /**
     * @param people number of people: each virtual user takes turns among its own, since no person signs in twice at a
     *     time
     * @param codes number of codes that it can keep until they are used
     */
    Provider(URI server, URI issuer, String clientId, String secret, String scope, int people, int codes)
            throws IOException {
        this.server = server;
        this.people = people;
        this.codes = codes;
        try (KeepAliveConnection connection = new KeepAliveConnection(server)) {
            this.firstVisit = new RelyingApplication(connection, issuer, clientId, secret, scope);
            this.application = firstVisit;
        }
    }

    /**
     * Requests another scope at all visits except the {@linkplain #signInFirst first visit} of a browser: a stock
     * Keycloak ends the session of a browser whose first application asks for offline access.
     */
    Provider asking(String scope) {
        application = firstVisit.asking(scope);
        return this;
    }

    URI server() {
        return server;
    }

    RelyingApplication application() {
        return application;
    }

    int codes() {
        return codes;
    }

    /** One of the people of a virtual user. */
    String person(int user, int users, int turn) {
        int share = people / users;
        return "person" + (user * share + turn % share);
    }

    /** Signs in a browser that visits again later. */
    JsonNode signInFirst(Sender connection, Visitor visitor, String person) {
        return firstVisit.signIn(connection, visitor, person, PASSWORD);
    }

    /** Begins the session of a browser that visits again later, without tokens. */
    void authorizeFirst(Visitor visitor, String person) {
        firstVisit.authorize(visitor, person, PASSWORD);
    }

    /** As {@link #signIn}, without the claims of the person. */
    void tokens(Sender connection, Visitor visitor, String person) {
        application.tokens(connection, application.authorize(visitor, person, PASSWORD));
    }

    JsonNode signIn(Sender connection, Visitor visitor, String person) {
        return application.signIn(connection, visitor, person, PASSWORD);
    }
}
