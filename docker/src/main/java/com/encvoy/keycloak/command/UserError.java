package com.encvoy.keycloak.command;

/** The reason why a command cannot do its work, as one sentence for the user. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UserError(String sentence) {
        super(sentence);
    }
}
