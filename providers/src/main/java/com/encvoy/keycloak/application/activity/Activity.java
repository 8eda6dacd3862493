package com.encvoy.keycloak.application.activity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Something that happened at an application. It contains neither devices nor their addresses.
 *
 * @param time when
 * @param kind of what happened
 * @param person id of the user it happened to, or who did it; empty if it is no user of this realm. The caller decides
 *     what may be shown of that person
 * @param explanation what happened; for a refusal, also who has to change what
 * @param reference that the page showed to the person, such as {@code K7QM-3T9D}
 */
public record Activity(
        Instant time, Kind kind, Optional<String> person, Explanation explanation, Optional<String> reference) {

    /** Errors that occur before a person has proved their identity: anyone can cause them for anyone. */
    private static final Set<String> UNPROVEN = Set.of(
            "wrong_password",
            "person_unknown",
            "person_disabled",
            "person_locked",
            "too_many_mails",
            "mail_not_sent",
            "address_in_use");

    /**
     * For viewers who may not know which accounts exist: otherwise the owner of an application learns that by trying to
     * sign in to it as others.
     */
    public Activity withoutAccounts() {
        if (kind != Kind.REFUSAL) {
            return this;
        }
        if (UNPROVEN.contains(explanation.code())) {
            return new Activity(time, kind, Optional.empty(), Explanation.of(Side.PERSON, "wrong_password"), reference);
        }
        return explanation.code().equals("page_expired")
                ? new Activity(time, kind, Optional.empty(), explanation, reference)
                : this;
    }

    /** The kinds of activity that can be requested. */
    public enum Kind {

        /** Sign-ins, sign-outs and consents; of a service account too. */
        SIGN_IN,

        /** Sign-ins and requests that were refused. */
        REFUSAL,

        /** Changes of the application by its owners and by administrators. */
        CHANGE
    }

    /** The side that has to change something. */
    public enum Side {

        /** The registration here: the application's owner, or an administrator. */
        HERE,

        /** The configuration or the code of the application. */
        APPLICATION,

        /** The person. */
        PERSON;

        /** The suffix of the message {@code refused.side.<key>}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A description of what happened, independent of the language.
     *
     * @param code stable. Of a refusal, messages are {@code refused.<code>.what} and {@code refused.<code>.remedy}; of
     *     anything else, {@code activity.<code>}
     * @param parameters of the messages; parts of a request, therefore anything at all
     * @param side who has to change something; empty if it is no refusal
     * @param remedy that can be applied at once
     */
    public record Explanation(String code, List<String> parameters, Optional<Side> side, Optional<Remedy> remedy) {

        static Explanation of(String code) {
            return new Explanation(code, List.of(), Optional.empty(), Optional.empty());
        }

        static Explanation of(Side side, String code, String... parameters) {
            return new Explanation(code, List.of(parameters), Optional.of(side), Optional.empty());
        }

        Explanation fixedBy(Remedy fix) {
            return new Explanation(code, parameters, side, Optional.of(fix));
        }
    }

    /**
     * A remedy that the owner has to confirm, since anyone can send a request that is refused.
     *
     * @param action what to do
     * @param value the exact redirect URI, which must still pass the rules for one; or the id of the person to invite
     */
    public record Remedy(Action action, String value) {

        /** What to do. */
        public enum Action {
            REGISTER_REDIRECT_URI,
            INVITE
        }
    }
}
