package com.encvoy.keycloak.login.code;

import java.util.List;

import org.keycloak.provider.ProviderConfigProperty;

import com.encvoy.keycloak.application.option.BooleanOption;
import com.encvoy.keycloak.application.option.IntegerOption;
import com.encvoy.keycloak.login.flow.ProviderConfig;

/**
 * The options of a code by e-mail.
 *
 * @param length digits
 * @param lifetimeSeconds how long a code is valid (Encvoy's {@code mail_code_ttl_sec})
 * @param attempts how often one code may be tried
 * @param resendDelaySeconds how long to wait before the next code may be asked for
 * @param resends how often another code may be asked for in one login
 * @param mailsPerHour how many codes one address is sent in an hour at the request of one source; five times as many
 *     from all
 * @param mailsPerSource how many codes one source address may ask for in an hour, for whomever
 * @param wrongPerDay how many wrong codes one person may have in a day, over all logins; then none is right
 * @param verifiedOnly whether only verified addresses are sent codes to sign in with
 */
public record EmailCodeConfig(
        int length,
        int lifetimeSeconds,
        int attempts,
        int resendDelaySeconds,
        int resends,
        int mailsPerHour,
        int mailsPerSource,
        int wrongPerDay,
        boolean verifiedOnly) {

    static final IntegerOption LENGTH =
            new IntegerOption("code_length", "Length of the code", "Digits of a code.", 6, 6, 10);
    static final IntegerOption LIFETIME = new IntegerOption(
            "mail_code_ttl_sec", "Lifetime of a code", "Seconds for which a code is valid.", 900, 60, 3600);
    static final IntegerOption ATTEMPTS =
            new IntegerOption("max_attempts", "Attempts", "How often one code may be tried.", 6, 1, 10);
    static final IntegerOption RESEND_DELAY = new IntegerOption(
            "resend_delay_sec",
            "Delay before another code",
            "Seconds before another code may be asked for.",
            30,
            10,
            600);
    static final IntegerOption RESENDS = new IntegerOption(
            "max_resends", "Further codes", "How often another code may be asked for in one login.", 5, 0, 10);
    public static final IntegerOption MAILS_PER_HOUR = new IntegerOption(
            "max_mails_per_hour",
            "Mails an hour",
            "How many codes of one kind one e-mail address is sent in an hour at the request of one source "
                    + "address, over all logins; five"
                    + " times as many at the request of all. Keeps strangers from flooding a mailbox. A browser "
                    + "in which the person has"
                    + " signed in before has five more.",
            20,
            1,
            100);
    static final IntegerOption MAILS_PER_SOURCE = new IntegerOption(
            "max_mails_per_source",
            "Mails an hour for one source",
            "How many codes may be asked for in an hour from one source address (of IPv6 the network /64), for "
                    + "all people together. Enough for an office behind one address.",
            300,
            10,
            10000);
    static final IntegerOption WRONG_PER_DAY = new IntegerOption(
            "max_wrong_per_day",
            "Wrong codes a day",
            "How many wrong codes may be typed for one person within a day, over all logins, a fifth of them from "
                    + "one source address. Then no"
                    + " code is right until a day after the first of them, but in a browser in which the person "
                    + "has signed in before, which has ten more.",
            100,
            10,
            1000);
    static final BooleanOption VERIFIED_ONLY = new BooleanOption(
            "verified_only",
            "Verified addresses only",
            "Codes to sign in with are"
                    + " sent to verified e-mail addresses only. Otherwise who owns an address could sign in to an "
                    + "account that somebody"
                    + " else has registered with it. Second factors and recovery are not affected.",
            true);

    /** For a required action: it verifies the address, and whoever sees it has signed in. */
    static final List<ProviderConfigProperty> CODE_PROPERTIES = List.of(
            LENGTH.property(),
            LIFETIME.property(),
            ATTEMPTS.property(),
            RESEND_DELAY.property(),
            RESENDS.property(),
            MAILS_PER_HOUR.property(),
            MAILS_PER_SOURCE.property(),
            WRONG_PER_DAY.property());

    /** For a step. */
    static final List<ProviderConfigProperty> PROPERTIES = List.of(
            LENGTH.property(),
            LIFETIME.property(),
            ATTEMPTS.property(),
            RESEND_DELAY.property(),
            RESENDS.property(),
            MAILS_PER_HOUR.property(),
            MAILS_PER_SOURCE.property(),
            WRONG_PER_DAY.property(),
            VERIFIED_ONLY.property());

    /** As people are told it, rounded up. */
    int lifetimeMinutes() {
        return (lifetimeSeconds + 59) / 60;
    }

    static EmailCodeConfig from(ProviderConfig options) {
        return new EmailCodeConfig(
                options.number(LENGTH),
                options.number(LIFETIME),
                options.number(ATTEMPTS),
                options.number(RESEND_DELAY),
                options.number(RESENDS),
                options.number(MAILS_PER_HOUR),
                options.number(MAILS_PER_SOURCE),
                options.number(WRONG_PER_DAY),
                options.flag(VERIFIED_ONLY));
    }
}
