package com.encvoy.keycloak.login.code;

import java.util.List;
import java.util.Optional;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.RateLimit;
import com.encvoy.keycloak.application.SourceAddress;

/**
 * How many codes are mailed, and how many wrong ones are looked at. Each limit is checked in the same way for known and
 * for unknown people.
 *
 * <p>Strangers cannot switch off another person's codes: what one source asks for is limited before what a person is
 * sent, a person is sent more than one source may ask for, and a browser in which the person has signed in before has a
 * reserve of its own. Mails are counted by address: many accounts that take the same address in turn do not multiply
 * what it gets.
 */
final class CodeRateLimit {

    /**
     * How many sources it takes to use up what one address is sent within an hour, or how many wrong codes of one
     * person are looked at.
     */
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

    /** @param typed the identifier that was typed, by which attempts on unknown people are counted */
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
        this.address = recipient.canReceive() ? recipient.user().getEmail() : "nobody " + typed;
        this.person = recipient.canReceive() ? recipient.user().getId() : "nobody " + typed;
        this.browser =
                KnownBrowser.current(session).filter(known -> recipient.canReceive() && known.knows(recipient.user()));
    }

    /**
     * Whether one more mail may be asked for from where the request comes from; a browser that knows the person always
     * may.
     */
    boolean admitSource() {
        return new RateLimit(session, "mail.source", source, config.mailsPerSource(), RateLimit.HOUR).tryConsume()
                || browser.isPresent();
    }

    /** Whether one more mail may be sent to the recipient. */
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

    /** What one more code takes that is looked at; empty where no more are. Given back when it was no wrong one. */
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
