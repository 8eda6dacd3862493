package com.encvoy.keycloak.membership;

import java.util.Locale;
import java.util.Set;

/**
 * A request to invite people to an application.
 *
 * @param emails distinct addresses in lower case, at most {@link #MAX_EMAILS}; not validated
 * @param language of mails to people without an account; null for the realm's
 * @param lifetimeSeconds validity of the invitations, 60 to {@link #MAX_LIFETIME}
 */
public record InvitationRequest(Set<String> emails, Locale language, int lifetimeSeconds) {

    /** Maximum number of addresses per request. */
    public static final int MAX_EMAILS = 100;

    /** Default validity of an invitation in seconds. */
    public static final int DEFAULT_LIFETIME = 14 * 24 * 60 * 60;

    /** Maximum validity of an invitation in seconds. */
    public static final int MAX_LIFETIME = 90 * 24 * 60 * 60;
}
