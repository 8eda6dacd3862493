package com.encvoy.keycloak.dashboard.shell;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;

import org.keycloak.models.KeycloakSession;

/**
 * What a page says about the form that led to it. Kept in a cookie, because anybody could put a notice into a link; it
 * is a name of a message, never a text.
 */
final class Notice {

    private static final String COOKIE = "ENCVOY_NOTICE";

    private static final int LIFETIME_SECONDS = 60;

    private static final Pattern NAME = Pattern.compile("[a-z_]{1,40}");

    private Notice() {}

    static NewCookie cookie(KeycloakSession session, String notice) {
        return cookie(session, notice, LIFETIME_SECONDS);
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
