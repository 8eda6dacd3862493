package com.encvoy.keycloak.distribution;

/** The reason why a command cannot do its work, as one sentence for the user. */
final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UserError(String sentence) {
        super(sentence);
    }
}
