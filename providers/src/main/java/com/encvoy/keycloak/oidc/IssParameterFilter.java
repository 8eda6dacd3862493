package com.encvoy.keycloak.oidc;

import java.net.URI;
import java.util.regex.Pattern;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.RestartLoginCookie;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Removes the parameter {@code iss} (RFC 9207) from the response to a login started at an Encvoy address, as declared
 * in its discovery document. Keycloak would put the realm's issuer there, which a client that compares issuers must
 * reject.
 *
 * <p>A filter, because the response may come many requests later, from any of Keycloak's pages.
 */
@Provider
public class IssParameterFilter implements ContainerResponseFilter {

    private static final String WITHOUT_ISS = "encvoy.without_iss";

    /** Start of the page that posts the response to the application; no other page of Keycloak starts this way. */
    private static final String FORM_POST = "<HTML>";

    private static final Pattern PARAMETER = Pattern.compile("(?<=[?&#])iss=[^&#]*&?");
    private static final Pattern FORM_FIELD = Pattern.compile("<INPUT[^>]*NAME=\"iss\"[^>]*>");

    /** Marks the current request as sent to an Encvoy address. */
    static void suppressForRequest(KeycloakSession session) {
        session.setAttribute(WITHOUT_ISS, true);
    }

    /**
     * Marks the login started by this request, unless it has already been answered or Keycloak omits the parameter
     * anyway.
     */
    static void suppressForLogin(KeycloakSession session, Response response) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (login != null
                && !OIDCAdvancedConfigWrapper.fromClientModel(login.getClient()).isExcludeIssuerFromAuthResponse()
                && !isAnswer(session, response)) {
            login.setClientNote(WITHOUT_ISS, "true");
            // Keycloak wrote this cookie before the mark was set; a login restarted from it must keep the mark.
            RestartLoginCookie.setRestartCookie(session, login);
        }
    }

    private static boolean isAnswer(KeycloakSession session, Response response) {
        URI location = response.getLocation();
        if (location == null) {
            return response.getEntity() instanceof String page && page.startsWith(FORM_POST);
        }
        String realm = Urls.realmIssuer(
                session.getContext().getUri().getBaseUri(),
                session.getContext().getRealm().getName());
        return !location.toString().startsWith(realm + "/");
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        URI location = response.getLocation();
        if (location != null && PARAMETER.matcher(location.toString()).find()) {
            if (isMarked() && leadsToApplication(location)) {
                String without =
                        PARAMETER.matcher(location.toString()).replaceFirst("").replaceFirst("[?&#]$", "");
                response.getHeaders().putSingle(HttpHeaders.LOCATION, URI.create(without));
            }
        } else if (response.getEntity() instanceof String page && page.startsWith(FORM_POST) && isMarked()) {
            response.setEntity(FORM_FIELD.matcher(page).replaceFirst(""));
        }
    }

    /** Excludes redirects to identity providers, for example, whose URLs may have a parameter of that name. */
    private static boolean leadsToApplication(URI location) {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        String application = login == null
                ? session.getContext().getUri().getQueryParameters().getFirst(OAuth2Constants.REDIRECT_URI)
                : login.getRedirectUri();
        return application == null || location.toString().startsWith(application.replaceFirst("[?#].*", ""));
    }

    private static boolean isMarked() {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        if (session == null) {
            return false;
        }
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        return session.getAttribute(WITHOUT_ISS) != null || (login != null && login.getClientNote(WITHOUT_ISS) != null);
    }
}
