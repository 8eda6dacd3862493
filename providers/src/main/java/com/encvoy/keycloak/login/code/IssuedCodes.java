package com.encvoy.keycloak.login.code;

import java.util.Optional;
import java.util.stream.IntStream;

import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The codes of one execution in one login: bound to the authentication session of a browser tab, single-use, with a
 * limited number of attempts. Attempts and uses are claimed in Keycloak's single-use store, which is atomic across
 * nodes, so submitting many guesses concurrently gains nothing.
 */
final class IssuedCodes {

    /** Result of checking a submitted code. */
    enum Verdict {
        RIGHT(null),
        WRONG("encvoyCodeWrong"),
        EXPIRED("encvoyCodeExpired"),

        /** Wrong, and it was the last attempt. */
        EXHAUSTED("encvoyCodeExhausted"),

        /** No attempt was left, so the code was not compared. */
        SPENT("encvoyCodeExhausted");

        private final String message;

        Verdict(String message) {
            this.message = message;
        }

        /** Key of the explanatory message; null for a correct code. */
        String message() {
            return message;
        }
    }

    private static final String NOTE = "encvoy.code.";

    /** Tolerance for the difference between the store's clock and ours. */
    private static final long SLACK_SECONDS = 60;

    private final SingleUseObjectProvider claims;
    private final AuthenticationSessionModel login;
    private final String note;
    private final String recipient;
    private final EmailCodeConfig config;

    /**
     * @param step the codes belong to; a code of one step is not accepted in another
     * @param recipient they are issued for, see {@link CodeRecipient#fingerprint}
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

    /** The last code of this login issued for the recipient, used or not. */
    Optional<EmailCode> current() {
        return EmailCode.parse(login.getAuthNote(note))
                .filter(code -> code.recipient().equals(recipient));
    }

    /** Makes the last code unusable, because it was not mailed. */
    void invalidate() {
        current().ifPresent(code -> login.setAuthNote(note, code.invalidated().serialize()));
    }

    /** @return empty if no further code may be issued, or if a concurrent request has just issued it */
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
     * @param typed digits; spaces are ignored
     * @param genuine false if no code can be correct, as for unknown users; takes the same time
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
        // Always compared: the response time must not reveal whether the code was genuine.
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
