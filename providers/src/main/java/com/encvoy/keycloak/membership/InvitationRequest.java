package com.encvoy.keycloak.membership;

import java.util.Locale;
import java.util.Set;

/**
 * People to be invited to an application.
 *
 * @param emails addresses in lower case, each once, at most {@link #MAX_EMAILS}; not validated
 * @param language of the mails to people without an account, null for the realm's
 * @param lifetimeSeconds how long the invitations stay open, 60 to {@link #MAX_LIFETIME}
 */
public record InvitationRequest(Set<String> emails, Locale language, int lifetimeSeconds) {

    /** Most addresses of one request. */
    public static final int MAX_EMAILS = 100;

    /** Seconds an invitation stays open if the request does not say. */
    public static final int DEFAULT_LIFETIME = 14 * 24 * 60 * 60;

    /** Most seconds an invitation stays open. */
    public static final int MAX_LIFETIME = 90 * 24 * 60 * 60;
}
