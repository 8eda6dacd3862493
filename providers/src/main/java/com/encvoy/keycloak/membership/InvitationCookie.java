package com.encvoy.keycloak.membership;

import java.util.Optional;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;

import com.encvoy.keycloak.access.Invitation;
import com.encvoy.keycloak.access.Invitations;

/**
 * Remembers that an invitation link was opened in this browser, to prefill the address. It proves nothing: the
 * invitation is valid for any user who has verified that address, in any browser.
 */
public final class InvitationCookie {

    private static final String NAME = "ENCVOY_INVITATION";
    private static final int LIFETIME_SECONDS = 3600;

    private InvitationCookie() {}

    public static NewCookie of(KeycloakSession session, Invitation invitation) {
        String path = Urls.realmBase(session.getContext().getUri().getBaseUri())
                .path("{realm}/")
                .build(session.getContext().getRealm().getName())
                .getRawPath();
        return new NewCookie.Builder(NAME)
                .value(invitation.id())
                .path(path)
                .maxAge(LIFETIME_SECONDS)
                .httpOnly(true)
                .secure(session.getContext().getUri().getBaseUri().getScheme().equals("https"))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    /** The address of the open invitation to this application whose link was opened in this browser. */
    public static Optional<String> email(KeycloakSession session, ClientModel client) {
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        Cookie cookie = headers == null ? null : headers.getCookies().get(NAME);
        return cookie == null
                ? Optional.empty()
                : Invitations.of(client)
                        .findById(cookie.getValue())
                        .filter(Invitation::isOpen)
                        .map(Invitation::email);
    }
}
