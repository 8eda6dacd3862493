package com.encvoy.keycloak.oidc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.OAuthErrorException;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.par.endpoints.ParEndpoint;

/**
 * An authorization request that Keycloak supports and the Encvoy addresses do not, because the response would name
 * Keycloak's issuer or come without a code. Encvoy ID supports none of these requests.
 *
 * @param error code of the response
 * @param description for users, since Sentry displays it
 */
record UnsupportedRequest(String error, String description) {

    /** OpenID Connect Core 1.0, section 3.1.2.6. */
    private static final String REQUEST_NOT_SUPPORTED = "request_not_supported";

    private static final String REQUEST_URI_NOT_SUPPORTED = "request_uri_not_supported";

    /** @param parameters of an authorization request, also a pushed one */
    static Optional<UnsupportedRequest> of(MultivaluedMap<String, String> parameters) {
        String requestUri = parameters.getFirst(OIDCLoginProtocol.REQUEST_URI_PARAM);
        if (parameters.containsKey(OIDCLoginProtocol.REQUEST_PARAM)) {
            return refuse(REQUEST_NOT_SUPPORTED, "Request objects are not supported.");
        }
        if (requestUri != null && !requestUri.startsWith(ParEndpoint.REQUEST_URI_PREFIX)) {
            return refuse(REQUEST_URI_NOT_SUPPORTED, "Only pushed authorization requests have a request_uri.");
        }
        String mode = parameters.getFirst(OIDCLoginProtocol.RESPONSE_MODE_PARAM);
        if (mode != null && (mode.equals("jwt") || mode.endsWith(".jwt"))) {
            return refuse(OAuthErrorException.INVALID_REQUEST, "Signed responses are not supported.");
        }
        return isImplicit(parameters)
                ? refuse(OAuthErrorException.UNSUPPORTED_RESPONSE_TYPE, "Responses without a code are not supported.")
                : Optional.empty();
    }

    private static Optional<UnsupportedRequest> refuse(String error, String description) {
        return Optional.of(new UnsupportedRequest(error, description));
    }

    private static boolean isImplicit(MultivaluedMap<String, String> parameters) {
        return hasFrontChannelTokens(parameters) && !types(parameters).contains("code");
    }

    /** Whether the response contains tokens, and belongs into the fragment therefore. */
    static boolean hasFrontChannelTokens(MultivaluedMap<String, String> parameters) {
        List<String> types = types(parameters);
        return types.contains("token") || types.contains("id_token");
    }

    private static List<String> types(MultivaluedMap<String, String> parameters) {
        String types = parameters.getFirst(OIDCLoginProtocol.RESPONSE_TYPE_PARAM);
        return types == null ? List.of() : Arrays.asList(types.strip().split(" +"));
    }
}
