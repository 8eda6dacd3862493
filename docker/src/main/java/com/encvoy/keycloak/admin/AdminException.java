package com.encvoy.keycloak.admin;

/**
 * A request that the server did not carry out. The message is one sentence for the person at the terminal; it holds no
 * secret and nothing that was sent.
 */
public final class AdminException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** No answer came. */
    private static final int UNREACHABLE = 0;

    private final int status;

    private AdminException(int status, String sentence, Throwable cause) {
        super(sentence, cause);
        this.status = status;
    }

    static AdminException unreachable(String sentence, Throwable cause) {
        return new AdminException(UNREACHABLE, sentence, cause);
    }

    static AdminException refused(int status, String sentence) {
        return new AdminException(status, sentence, null);
    }

    /** Whether no answer came, or the server let nothing in: the exit code 3 of a command. */
    public boolean isUnreachable() {
        return status == UNREACHABLE || status == AdminAnswer.UNAUTHORIZED || status == AdminAnswer.UNAVAILABLE;
    }

    /** Status of the answer; 0 without an answer. */
    public int status() {
        return status;
    }
}
