package com.encvoy.keycloak.login.code;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;

import org.keycloak.TokenCategory;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.services.Urls;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A browser in which users have signed in before, proved by a signed cookie. The cookie proves nothing else: it does
 * not sign anyone in and reveals no user to its reader. Strangers can exhaust the codes sent to a user, but never the
 * reserve of such a browser.
 */
public final class KnownBrowser extends JsonWebToken {

    private static final long serialVersionUID = 1;

    private static final String COOKIE = "ENCVOY_KNOWN_BROWSER";

    private static final int LIFETIME_SECONDS = 180 * 24 * 60 * 60;

    private static final int RENEWED_AFTER_SECONDS = 30 * 24 * 60 * 60;

    /** Maximum number of users sharing a browser; beyond it, the oldest is forgotten. */
    private static final int PEOPLE = 5;

    @JsonProperty("people")
    private ArrayList<String> people = new ArrayList<>();

    @Override
    public TokenCategory getCategory() {
        return TokenCategory.INTERNAL;
    }

    /** The browser of the current request, if it is known. */
    static Optional<KnownBrowser> current(KeycloakSession session) {
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        Cookie cookie = headers == null ? null : headers.getCookies().get(COOKIE);
        return Optional.ofNullable(cookie)
                .map(Cookie::getValue)
                .map(value -> session.tokens().decode(value, KnownBrowser.class))
                .filter(browser -> COOKIE.equals(browser.getType()) && browser.getId() != null && !browser.isExpired());
    }

    /** Whether this user has signed in with this browser before. */
    boolean knows(UserModel user) {
        return people.contains(hash(user));
    }

    /**
     * Notes that the user has signed in with the browser of the current request.
     *
     * @return whether that was known
     */
    public static boolean note(KeycloakSession session, UserModel user) {
        KnownBrowser browser = current(session).orElseGet(KnownBrowser::fresh);
        boolean known = browser.knows(user);
        if (!known) {
            browser.people.add(browser.hash(user));
            browser.people = new ArrayList<>(
                    browser.people.subList(Math.max(0, browser.people.size() - PEOPLE), browser.people.size()));
        }
        if (!known || browser.isOld()) {
            browser.store(session);
        }
        return known;
    }

    /** So that a browser that is in use is never forgotten. */
    private boolean isOld() {
        return exp - Time.currentTimeMillis() / 1000 < LIFETIME_SECONDS - RENEWED_AFTER_SECONDS;
    }

    private void store(KeycloakSession session) {
        exp(Time.currentTimeMillis() / 1000 + LIFETIME_SECONDS);
        String path = Urls.realmBase(session.getContext().getUri().getBaseUri())
                .path("{realm}/")
                .build(session.getContext().getRealm().getName())
                .getRawPath();
        session.getContext()
                .getHttpResponse()
                .setCookieIfAbsent(new NewCookie.Builder(COOKIE)
                        .value(session.tokens().encode(this))
                        .path(path)
                        .maxAge(LIFETIME_SECONDS)
                        .httpOnly(true)
                        .secure("https"
                                .equals(session.getContext()
                                        .getUri()
                                        .getBaseUri()
                                        .getScheme()))
                        .sameSite(NewCookie.SameSite.LAX)
                        .build());
    }

    private static KnownBrowser fresh() {
        KnownBrowser browser = new KnownBrowser();
        browser.type(COOKIE);
        browser.id(SecretGenerator.getInstance().generateSecureID());
        browser.issuedNow();
        return browser;
    }

    /** Hash of the user and this browser, so that cookies of two browsers cannot be linked to the same user. */
    private String hash(UserModel user) {
        return HashUtils.sha256UrlEncodedHash(getId() + '\n' + user.getId(), StandardCharsets.UTF_8);
    }
}
