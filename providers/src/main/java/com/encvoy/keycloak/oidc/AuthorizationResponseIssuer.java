package com.encvoy.keycloak.oidc;

import java.net.URI;
import java.util.regex.Pattern;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Leaves the parameter {@code iss} (RFC 9207) out of the answer to a login that began at an Encvoy address, as its discovery
 * document says. Keycloak would name the realm's issuer there, which a client that compares must refuse.
 *
 * <p>The answer may come many requests after the beginning, from any of Keycloak's pages: hence a filter.
 */
@Provider
public class AuthorizationResponseIssuer implements ContainerResponseFilter {

    private static final String MARK = "encvoy.without_iss";

    private static final Pattern PARAMETER = Pattern.compile("(?<=[?&#])iss=[^&#]*&?");
    private static final Pattern FORM_FIELD = Pattern.compile("<INPUT[^>]*NAME=\"iss\"[^>]*>");

    /** Marks the current request as one from an Encvoy address. */
    static void leaveOut(KeycloakSession session) {
        session.setAttribute(MARK, Boolean.TRUE);
    }

    /** Marks the login that this request has begun, unless it has been answered already. */
    static void leaveOutOfLogin(KeycloakSession session, Response response) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        URI location = response.getLocation();
        boolean pending = location == null ? response.getStatus() == Response.Status.OK.getStatusCode()
                : location.toString().startsWith(session.getContext().getUri().getBaseUri().toString());
        if (pending && login != null) {
            login.setClientNote(MARK, Boolean.TRUE.toString());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        URI location = response.getLocation();
        if (location != null && PARAMETER.matcher(location.toString()).find()) {
            if (isMarked()) {
                String without = PARAMETER.matcher(location.toString()).replaceFirst("").replaceFirst("[?&#]$", "");
                response.getHeaders().putSingle(HttpHeaders.LOCATION, URI.create(without));
            }
        } else if (response.getEntity() instanceof String page && page.startsWith("<HTML>") && isMarked()) {
            response.setEntity(FORM_FIELD.matcher(page).replaceFirst(""));
        }
    }

    private static boolean isMarked() {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        if (session == null) {
            return false;
        }
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        return session.getAttribute(MARK) != null || login != null && login.getClientNote(MARK) != null;
    }
}
