package com.encvoy.keycloak.login.code;

import java.util.List;
import java.util.Optional;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.RateLimit;
import com.encvoy.keycloak.application.SourceAddress;

/**
 * Limits the number of codes sent and of wrong codes checked. Every limit applies equally to existing and unknown
 * users.
 *
 * <p>Prevents strangers from blocking another user's codes: requests are limited per source address before they are
 * limited per recipient, a recipient's limit is higher than that of one source, and a browser the user has signed in
 * with before has its own reserve. Mails are counted by address, so that many accounts taking turns with one address do
 * not multiply what it receives.
 */
final class CodeRateLimit {

    /** Number of sources it takes to exhaust the hourly mails of one address, or the daily wrong codes of one user. */
    private static final int SOURCES = 5;

    private static final int RESERVED_MAILS = 5;
    private static final int RESERVED_ATTEMPTS = 10;

    private final KeycloakSession session;
    private final EmailCodeConfig config;
    private final String source;
    private final String purpose;
    private final String address;
    private final String person;
    private final Optional<KnownBrowser> browser;

    /** @param typed the submitted identifier, by which attempts for unknown users are counted */
    CodeRateLimit(
            KeycloakSession session,
            EmailCodeConfig config,
            CodePurpose purpose,
            CodeRecipient recipient,
            String typed) {
        this.session = session;
        this.config = config;
        this.source = SourceAddress.of(session);
        this.purpose = purpose.context();
        this.address = recipient.canReceive() ? recipient.address() : "unknown " + typed;
        this.person = recipient.canReceive() ? recipient.user().getId() : "unknown " + typed;
        this.browser =
                KnownBrowser.current(session).filter(known -> recipient.canReceive() && known.knows(recipient.user()));
    }

    /**
     * Whether the source of the request may request another mail. Always true for a browser the user has signed in with
     * before.
     */
    boolean admitSource() {
        return admitPerson()
                && (new RateLimit(session, "mail.source", source, config.mailsPerSource(), RateLimit.HOUR).tryConsume()
                        || browser.isPresent());
    }

    /** A user who changes the address can name any address, so mails to all of them are counted for the user. */
    private boolean admitPerson() {
        return !CodePurpose.EMAIL_CHANGE.context().equals(purpose)
                || new RateLimit(session, "mail.to_others", person, config.mailsPerHour(), RateLimit.HOUR).tryConsume();
    }

    /** Whether another mail may be sent to the recipient. */
    boolean admitMail() {
        return takeAll(List.of(
                        new RateLimit(
                                session,
                                "mail." + purpose + ".source",
                                source + ' ' + address,
                                config.mailsPerHour(),
                                RateLimit.HOUR),
                        new RateLimit(
                                session, "mail." + purpose, address, SOURCES * config.mailsPerHour(), RateLimit.HOUR)))
                || reserve("mail." + purpose, RESERVED_MAILS, RateLimit.HOUR)
                        .filter(RateLimit::tryConsume)
                        .isPresent();
    }

    /**
     * Consumes the limits for checking another code; empty if one is exhausted. The caller returns them if the code was
     * not wrong.
     */
    List<RateLimit> attempt() {
        List<RateLimit> attempt = List.of(
                new RateLimit(
                        session,
                        "wrong_code.source",
                        source + ' ' + person,
                        Math.max(config.attempts(), config.wrongPerDay() / SOURCES),
                        RateLimit.DAY),
                new RateLimit(session, "wrong_code", person, config.wrongPerDay(), RateLimit.DAY));
        if (takeAll(attempt)) {
            return attempt;
        }
        return reserve("wrong_code", RESERVED_ATTEMPTS, RateLimit.DAY)
                .filter(RateLimit::tryConsume)
                .map(List::of)
                .orElse(List.of());
    }

    private Optional<RateLimit> reserve(String what, int limit, long seconds) {
        return browser.map(
                known -> new RateLimit(session, what + ".reserve", known.getId() + ' ' + person, limit, seconds));
    }

    private static boolean takeAll(List<RateLimit> quotas) {
        boolean all = quotas.stream().allMatch(RateLimit::tryConsume);
        if (!all) {
            quotas.forEach(RateLimit::giveBack);
        }
        return all;
    }
}
