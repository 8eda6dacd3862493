package com.encvoy.keycloak.movein.source;

/** The database cannot be read. The message is a sentence for the person at the terminal, without any value. */
public final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SourceException(String sentence) {
        super(sentence);
    }

    SourceException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
