package com.encvoy.keycloak.dashboard.shell;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;

/**
 * The token against cross-site request forgery: Keycloak's, from the sign-on cookie, so that only pages of the same
 * session know it.
 */
record CsrfToken(String value) {

    static final String FIELD = "state_checker";

    /** @param identity what the sign-on cookie holds */
    static CsrfToken of(AccessToken identity) {
        return new CsrfToken(String.valueOf(identity.getOtherClaims().get(FIELD)));
    }

    /** The fields of a request's form; none if it has no form. */
    static MultivaluedMap<String, String> fields(KeycloakSession session) {
        MultivaluedMap<String, String> form =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        return form == null ? new MultivaluedHashMap<>() : form;
    }

    boolean matches(String sent) {
        return sent != null
                && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }
}
