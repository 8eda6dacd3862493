package com.encvoy.keycloak.sentry;

/** A failure that the user of Sentry, or its operator, would see. */
public final class SentryFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SentryFailure(String message) {
        super(message);
    }

    SentryFailure(String message, Throwable cause) {
        super(message, cause);
    }

    static SentryFailure internalServerError(String cause) {
        return new SentryFailure("Sentry answers 500: " + cause);
    }

    static SentryFailure authenticationError(String description) {
        return new SentryFailure("Authentication error: " + description);
    }
}
