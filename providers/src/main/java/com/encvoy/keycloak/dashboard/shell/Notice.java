package com.encvoy.keycloak.dashboard.shell;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.KeycloakSession;

/**
 * What a page says about the form that led to it. Kept in a cookie, because anyone could put a notice into a link; it
 * is a name of a message, never a text.
 */
final class Notice {

    private static final String COOKIE = "ENCVOY_NOTICE";

    private static final int LIFETIME_SECONDS = 60;

    /** Seconds that a person may take for an action. */
    private static final int PENDING_SECONDS = 1800;

    /** Says that this browser went to an action; there is no text for it. */
    private static final String PENDING = "action_pending";

    private static final Set<String> STATUS = Set.of(
            RequiredActionContext.KcActionStatus.SUCCESS.name().toLowerCase(Locale.ROOT),
            RequiredActionContext.KcActionStatus.CANCELLED.name().toLowerCase(Locale.ROOT),
            RequiredActionContext.KcActionStatus.ERROR.name().toLowerCase(Locale.ROOT));

    private static final Pattern NAME = Pattern.compile("[a-z_]{1,40}");

    private Notice() {}

    static NewCookie cookie(KeycloakSession session, String notice) {
        return cookie(session, notice, LIFETIME_SECONDS);
    }

    /** Marks the start of an action of Keycloak, whose result will be shown. */
    static NewCookie pending(KeycloakSession session) {
        return cookie(session, PENDING, PENDING_SECONDS);
    }

    /**
     * The result of an action, which is shown only to a browser that went to one.
     *
     * @param status Keycloak's: {@code success}, {@code cancelled} or {@code error}
     */
    static Optional<NewCookie> ended(KeycloakSession session, String status) {
        return read(session)
                .filter(PENDING::equals)
                .filter(pending -> status != null && STATUS.contains(status))
                .map(pending -> cookie(session, "action_" + status));
    }

    /** Removes the notice once it was shown. */
    static NewCookie expired(KeycloakSession session) {
        return cookie(session, "", 0);
    }

    static Optional<String> read(KeycloakSession session) {
        Cookie cookie = session.getContext()
                .getHttpRequest()
                .getHttpHeaders()
                .getCookies()
                .get(COOKIE);
        return Optional.ofNullable(cookie)
                .map(Cookie::getValue)
                .filter(name -> NAME.matcher(name).matches());
    }

    private static NewCookie cookie(KeycloakSession session, String value, int seconds) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(DashboardClient.base(session).getRawPath())
                .maxAge(seconds)
                .httpOnly(true)
                .secure(session.getContext().getUri().getBaseUri().getScheme().equals("https"))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
