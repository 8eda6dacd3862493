package com.encvoy.keycloak.dashboard.shell;

import java.net.URI;
import java.net.URISyntaxException;

import org.keycloak.models.KeycloakSession;

/** The page that a browser shows. */
final class Here {

    private Here() {}

    /**
     * The page of a request, below the dashboard, with its query; for a form, the page that it stood on, or the start
     * page if the browser does not say.
     */
    static String page(KeycloakSession session) {
        if ("GET".equals(session.getContext().getHttpRequest().getHttpMethod())) {
            return below(session, session.getContext().getUri().getRequestUri());
        }
        String form = session.getContext().getHttpRequest().getHttpHeaders().getHeaderString("Referer");
        try {
            return form == null ? "" : below(session, new URI(form));
        } catch (URISyntaxException e) {
            return "";
        }
    }

    /** Whether an address contains a character that databases cannot compare. */
    static boolean isUnstorable(KeycloakSession session) {
        return session.getContext()
                .getUri()
                .getRequestUri()
                .getRawSchemeSpecificPart()
                .contains("%00");
    }

    private static String below(KeycloakSession session, URI address) {
        String base = DashboardClient.base(session).getRawPath();
        String path = address.getRawPath();
        if (path == null || !path.startsWith(base)) {
            return "";
        }
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return SignIn.page(path.substring(base.length()) + query).orElse("");
    }
}
