package com.encvoy.keycloak.login.code;

import java.util.Optional;
import java.util.stream.IntStream;

import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The codes of one step in one login: bound to the authentication session of one browser tab, single use, limited in
 * attempts. Attempts and uses are claimed in Keycloak's single-use store, which is atomic over all nodes: sending many
 * guesses at once wins nothing.
 */
final class IssuedCodes {

    /** What became of a typed code. */
    enum Verdict {
        RIGHT(null),
        WRONG("encvoyCodeWrong"),
        EXPIRED("encvoyCodeExpired"),

        /** Wrong, and there is no further attempt. */
        EXHAUSTED("encvoyCodeExhausted"),

        /** There was no attempt left: nothing was compared. */
        SPENT("encvoyCodeExhausted");

        private final String message;

        Verdict(String message) {
            this.message = message;
        }

        /** The key of the message that explains it; null for a right code. */
        String message() {
            return message;
        }
    }

    private static final String NOTE = "encvoy.code.";

    /** The store's clock is another one than ours. */
    private static final long SLACK_SECONDS = 60;

    private final SingleUseObjectProvider claims;
    private final AuthenticationSessionModel login;
    private final String note;
    private final String recipient;
    private final EmailCodeConfig config;

    /**
     * @param step that the codes belong to: a code of one step is of no use in another
     * @param recipient whom they are made for, see {@link CodeRecipient#fingerprint}
     */
    IssuedCodes(
            KeycloakSession session,
            AuthenticationSessionModel login,
            String step,
            String recipient,
            EmailCodeConfig config) {
        this.claims = session.singleUseObjects();
        this.login = login;
        this.note = NOTE + step;
        this.recipient = recipient;
        this.config = config;
    }

    /** The last code of this login that was made for the recipient, spent or not. */
    Optional<EmailCode> current() {
        return EmailCode.parse(login.getAuthNote(note))
                .filter(code -> code.recipient().equals(recipient));
    }

    /** No digits are right any more: the last code was not mailed. */
    void invalidate() {
        current().ifPresent(code -> login.setAuthNote(note, code.invalidated().serialize()));
    }

    /** @return empty where no further code may be issued, or another request has just issued it */
    Optional<EmailCode.NewCode> issue() {
        if (secondsUntilNext() > 0 || !mayIssue()) {
            return Optional.empty();
        }
        Optional<EmailCode> last = current();
        if (last.isPresent() && !claim(last.get(), "next", config.resendDelaySeconds())) {
            return Optional.empty();
        }
        EmailCode.NewCode draw = EmailCode.generate(
                recipient, config.length(), last.map(code -> code.number() + 1).orElse(0));
        login.setAuthNote(note, draw.kept().serialize());
        return Optional.of(draw);
    }

    boolean mayIssue() {
        return current().map(code -> code.number() < config.resends()).orElse(true);
    }

    int secondsUntilNext() {
        return current()
                .map(code -> (int)
                        Math.max(0, code.issued() + config.resendDelaySeconds() - Time.currentTimeMillis() / 1000))
                .orElse(0);
    }

    /**
     * @param typed digits, spaces do not count
     * @param genuine false where no code can be right, as for unknown people: it takes the same time
     */
    Verdict check(String typed, boolean genuine) {
        Optional<EmailCode> last = current().filter(code -> !code.isExpired(config.lifetimeSeconds()));
        if (last.isEmpty()) {
            return Verdict.EXPIRED;
        }
        EmailCode code = last.get();
        int attempt = claimAttempt(code);
        if (attempt > config.attempts()) {
            return Verdict.SPENT;
        }
        // Compared in any case: the time of the answer must not tell whether the code was genuine.
        boolean matches = code.matches(typed.replaceAll("\\s", ""));
        if (matches && genuine) {
            return claim(code, "used", config.lifetimeSeconds() + SLACK_SECONDS) ? Verdict.RIGHT : Verdict.EXPIRED;
        }
        return attempt == config.attempts() ? Verdict.EXHAUSTED : Verdict.WRONG;
    }

    private int claimAttempt(EmailCode code) {
        return IntStream.rangeClosed(1, config.attempts())
                .filter(attempt -> claim(code, "attempt." + attempt, config.lifetimeSeconds() + SLACK_SECONDS))
                .findFirst()
                .orElse(config.attempts() + 1);
    }

    private boolean claim(EmailCode code, String what, long seconds) {
        return claims.putIfAbsent(NOTE + code.id() + "." + what, seconds);
    }
}
