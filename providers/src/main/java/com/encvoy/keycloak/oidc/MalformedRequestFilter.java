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
 * Rejects requests that never reach an endpoint: the server would answer an invalid content type with an internal
 * error, and an unknown method without the header {@code Allow}.
 */
@Provider
@PreMatching
public class MalformedRequestFilter implements ContainerRequestFilter {

    private static final Pattern ENCVOY_PATH = Pattern.compile(
            "^/?(?:(?:(?:realms/[^/]+/)?api/)?oidc(?:/(.*)|\\W.*)?|(\\.well-known/openid-configuration)/?)$");

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Override
    public void filter(ContainerRequestContext request) {
        String requested = request.getUriInfo().getPath();
        // Runs for every request to the server, so this check comes first for requests to other paths.
        if (!requested.contains("oidc") && !requested.contains(".well-known/openid-configuration")) {
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
            request.abortWith(OAuthErrors.badRequest("The Content-Type header is invalid or not supported."));
        } else {
            request.abortWith(Endpoint.at(path.group(2) != null ? path.group(2) : String.valueOf(path.group(1)))
                    .map(OAuthErrors::methodNotAllowed)
                    .orElseGet(OAuthErrors::notFound));
        }
    }

    /** Whether a path of the server, with or without a leading slash, is below an Encvoy address. */
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
