package com.encvoy.keycloak.cost;

/** The requests from a person's sign-in to the claims that the application gets. */
enum Step {

    /** The first page of a login. */
    PAGE,

    /** The identifier is sent, on a page of its own; the answer is the page that asks for the password. */
    IDENTIFIER,

    /** The password is sent; the answer is a code for the application. */
    PASSWORD,

    /** A browser that is signed in is sent back with a code. */
    SILENT_LOGIN,

    /** The application exchanges a code. */
    CODE,

    /** The application asks for the claims of the person. */
    ME,

    /** The application refreshes its tokens. */
    REFRESH
}
