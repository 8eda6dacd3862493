package com.encvoy.keycloak.login.code;

import java.util.List;

import org.keycloak.provider.ProviderConfigProperty;

import com.encvoy.keycloak.application.option.BooleanOption;
import com.encvoy.keycloak.application.option.IntegerOption;
import com.encvoy.keycloak.login.flow.ProviderConfig;

/**
 * The options of codes sent by e-mail.
 *
 * @param length digits of a code
 * @param lifetimeSeconds validity of a code (Encvoy's {@code mail_code_ttl_sec})
 * @param attempts attempts per code
 * @param resendDelaySeconds delay before another code can be requested
 * @param resends how many times another code can be requested in one login
 * @param mailsPerHour codes sent to one address per hour on request of one source; five times as many for all sources
 *     together
 * @param mailsPerSource codes that one source address may request per hour, for any user
 * @param wrongPerDay wrong codes per user and day, across all logins; afterwards no code is accepted
 * @param verifiedOnly whether codes for signing in are sent to verified addresses only
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
            new IntegerOption("code_length", "Length of the code", "Number of digits.", 6, 6, 10);
    static final IntegerOption LIFETIME = new IntegerOption(
            "mail_code_ttl_sec", "Lifetime of a code", "Validity of a code in seconds.", 900, 60, 3600);
    static final IntegerOption ATTEMPTS =
            new IntegerOption("max_attempts", "Attempts", "Number of attempts per code.", 6, 1, 10);
    static final IntegerOption RESEND_DELAY = new IntegerOption(
            "resend_delay_sec",
            "Delay before another code",
            "Seconds before another code can be requested.",
            30,
            10,
            600);
    static final IntegerOption RESENDS = new IntegerOption(
            "max_resends", "Additional codes", "How many times another code can be requested in one login.", 5, 0, 10);
    public static final IntegerOption MAILS_PER_HOUR = new IntegerOption(
            "max_mails_per_hour",
            "Mails per hour",
            "Maximum number of codes of one kind sent to an e-mail address per hour on request of one "
                    + "source address, across all logins; five times as many on request of all source addresses "
                    + "together. Prevents strangers from flooding a mailbox. A browser the user has signed in "
                    + "with before gets five more.",
            20,
            1,
            100);
    static final IntegerOption MAILS_PER_SOURCE = new IntegerOption(
            "max_mails_per_source",
            "Mails per hour and source",
            "Maximum number of codes requested per hour from one source address (for IPv6, one /64 "
                    + "network), for all users together. Sufficient for an office behind one address.",
            300,
            10,
            10000);
    static final IntegerOption WRONG_PER_DAY = new IntegerOption(
            "max_wrong_per_day",
            "Wrong codes per day",
            "Maximum number of wrong codes for one user within a day, across all logins, a fifth of "
                    + "them from one source address. After that, no code is accepted until a day after the first "
                    + "of them, except in a browser the user has signed in with before, which gets ten more.",
            100,
            10,
            1000);
    static final BooleanOption VERIFIED_ONLY = new BooleanOption(
            "verified_only",
            "Verified addresses only",
            "Sends codes for signing in to verified e-mail addresses only. Otherwise the owner of an "
                    + "address could sign in to an account that another person registered with it. Second "
                    + "factors and recovery are not affected.",
            true);

    /**
     * For the required action. It verifies the address, and its users are already authenticated, so
     * {@code verified_only} does not apply.
     */
    static final List<ProviderConfigProperty> CODE_PROPERTIES = List.of(
            LENGTH.property(),
            LIFETIME.property(),
            ATTEMPTS.property(),
            RESEND_DELAY.property(),
            RESENDS.property(),
            MAILS_PER_HOUR.property(),
            MAILS_PER_SOURCE.property(),
            WRONG_PER_DAY.property());

    /** For the authenticator. */
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

    /** As shown to users, rounded up. */
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
