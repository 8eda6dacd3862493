package com.encvoy.keycloak.oidc;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses what never reaches an endpoint: the server would answer an unreadable content type with an internal error,
 * and a method that it does not know without the header {@code Allow}.
 */
@Provider
@PreMatching
public class MalformedRequestFilter implements ContainerRequestFilter {

    private static final Pattern ENCVOY_PATH = Pattern.compile("^/?(?:realms/[^/]+/)?api/oidc(?:/(.*)|\\W.*)?$");

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Override
    public void filter(ContainerRequestContext request) {
        String requested = request.getUriInfo().getPath();
        // Every request to the server comes by here: nothing but this for those of others, and for what can be read.
        if (!requested.contains("api/oidc")) {
            return;
        }
        boolean isMethod = METHODS.contains(request.getMethod());
        if (isMethod && isReadable(request.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
            return;
        }
        Matcher path = ENCVOY_PATH.matcher(requested);
        if (!path.matches()) {
            return;
        }
        if (isMethod) {
            request.abortWith(
                    OAuthErrors.badRequest("The header Content-Type names no type of content that is read here."));
        } else {
            request.abortWith(Endpoint.at(String.valueOf(path.group(1)))
                    .map(OAuthErrors::methodNotAllowed)
                    .orElseGet(OAuthErrors::notFound));
        }
    }

    /** Whether a path of the server, without a leading slash or with one, is below an Encvoy address. */
    static boolean isOurs(String path) {
        return ENCVOY_PATH.matcher(path).matches();
    }

    private static boolean isReadable(String contentType) {
        if (contentType == null) {
            return true;
        }
        try {
            return !"multipart".equalsIgnoreCase(MediaType.valueOf(contentType).getType());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
