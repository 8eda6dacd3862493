package com.encvoy.keycloak.oidc;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.Response;

import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.utils.OIDCRedirectUriBuilder;
import org.keycloak.protocol.oidc.utils.OIDCResponseMode;

/**
 * An authorization error response (RFC 6749, section 4.1.2.1), as a redirect to the application.
 *
 * @param redirectUri of the application
 * @param mode of the response
 * @param parameters of the response, decoded
 */
record ErrorRedirect(String redirectUri, OIDCResponseMode mode, Map<String, String> parameters) {

    private static final Set<String> PARAMETERS = Set.of(
            OAuth2Constants.ERROR,
            OAuth2Constants.ERROR_DESCRIPTION,
            "error_uri",
            OAuth2Constants.STATE,
            OAuth2Constants.ISSUER);

    ErrorRedirect {
        parameters = new LinkedHashMap<>(parameters);
    }

    /** @return empty if the response is something else */
    static Optional<ErrorRedirect> of(Response response) {
        URI location = response.getLocation();
        if (location == null) {
            return Optional.empty();
        }
        String uri = location.toString();
        int fragment = uri.indexOf('#');
        Optional<ErrorRedirect> inFragment =
                fragment < 0 ? Optional.empty() : of(uri, fragment, uri.length(), OIDCResponseMode.FRAGMENT);
        int end = fragment < 0 ? uri.length() : fragment;
        int query = uri.indexOf('?');
        return inFragment.or(
                () -> query < 0 || query > end ? Optional.empty() : of(uri, query, end, OIDCResponseMode.QUERY));
    }

    /** Reads the part of a URI that starts with {@code ?} or {@code #}. */
    private static Optional<ErrorRedirect> of(String uri, int start, int end, OIDCResponseMode mode) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String others = Arrays.stream(uri.substring(start + 1, end).split("&"))
                .filter(parameter -> !take(parameter, parameters))
                .collect(Collectors.joining("&"));
        String redirectUri =
                uri.substring(0, start) + (others.isEmpty() ? "" : uri.charAt(start) + others) + uri.substring(end);
        return parameters.containsKey(OAuth2Constants.ERROR)
                ? Optional.of(new ErrorRedirect(redirectUri, mode, parameters))
                : Optional.empty();
    }

    private static boolean take(String parameter, Map<String, String> parameters) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        if (!PARAMETERS.contains(name)) {
            return false;
        }
        // The last one is the response's: an application may have registered an address with one of these names.
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        parameters.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8));
        return true;
    }

    String error() {
        return parameters.get(OAuth2Constants.ERROR);
    }

    String issuer() {
        return parameters.get(OAuth2Constants.ISSUER);
    }

    ErrorRedirect withIssuer(String issuer) {
        Map<String, String> named = new LinkedHashMap<>(parameters);
        named.put(OAuth2Constants.ISSUER, issuer);
        return new ErrorRedirect(redirectUri, mode, named);
    }

    ErrorRedirect in(OIDCResponseMode other) {
        return new ErrorRedirect(redirectUri, other, parameters);
    }

    Response response(KeycloakSession session) {
        OIDCRedirectUriBuilder builder = OIDCRedirectUriBuilder.fromUri(redirectUri, mode, session, null);
        parameters.forEach(builder::addParam);
        return builder.build();
    }
}
