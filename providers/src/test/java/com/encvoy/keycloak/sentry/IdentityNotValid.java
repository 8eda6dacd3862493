package com.encvoy.keycloak.sentry;

/** The daily check says that the person may no longer sign in: Sentry unlinks the account and demands a new login. */
public final class IdentityNotValid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IdentityNotValid(String message) {
        super(message);
    }
}
