package com.encvoy.keycloak.application.activity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.keycloak.events.Errors;

import com.encvoy.keycloak.application.activity.Activity.Explanation;
import com.encvoy.keycloak.application.activity.Activity.Side;

/**
 * Why the parameters of a request were refused. Keycloak's error is {@code invalid_request} for each of them; the
 * sentence in the detail {@code reason} distinguishes them.
 */
final class RefusedRequest {

    private static final String UNKNOWN_SCOPES = "Invalid scopes: ";

    private static final Map<String, String> BY_REASON = Map.ofEntries(
            Map.entry("Missing parameter: code_challenge", "pkce_missing"),
            Map.entry("Missing parameter: code_challenge_method", "pkce_missing"),
            Map.entry("Invalid parameter: code_challenge", "pkce_wrong"),
            Map.entry("Invalid parameter: code_challenge_method", "pkce_wrong"),
            Map.entry("Invalid parameter: code challenge method is not matching the configured one", "pkce_wrong"),
            Map.entry("Missing parameter: nonce", "nonce_missing"),
            Map.entry("Missing parameter: response_type", "unsupported_response_type"),
            Map.entry("Responses without a code are not supported.", "unsupported_response_type"),
            Map.entry("Response_mode 'query' not allowed for implicit or hybrid flow", "unsupported_response_type"),
            Map.entry("Signed responses are not supported.", "signed_response"),
            Map.entry("Request objects are not supported.", "request_object"),
            Map.entry("Only pushed authorization requests have a request_uri.", "request_object"),
            Map.entry("Pushed Authorization Request is only allowed.", "pushed_request_required"));

    private static final Set<String> ERRORS = Set.of(
            Errors.INVALID_REQUEST,
            Errors.INVALID_SCOPE,
            "unsupported_response_type",
            "request_not_supported",
            "request_uri_not_supported");

    private RefusedRequest() {}

    /** Empty if the error is not about the request. */
    static Optional<Explanation> explain(String error, String reason, String responseType) {
        if (!ERRORS.contains(error)) {
            return Optional.empty();
        }
        if (reason.startsWith(UNKNOWN_SCOPES)) {
            return Optional.of(
                    Explanation.of(Side.APPLICATION, "unknown_scope", reason.substring(UNKNOWN_SCOPES.length())));
        }
        if (error.equals(Errors.INVALID_SCOPE)) {
            return Optional.of(Explanation.of(Side.APPLICATION, "unknown_scope", ""));
        }
        String code = BY_REASON.get(reason);
        if (code == null) {
            boolean type = reason.contains("response_type") || error.equals("unsupported_response_type");
            return Optional.of(
                    type
                            ? Explanation.of(Side.APPLICATION, "unsupported_response_type", responseType)
                            : Explanation.of(Side.APPLICATION, "request_invalid", reason));
        }
        return Optional.of(
                code.equals("unsupported_response_type")
                        ? Explanation.of(Side.APPLICATION, code, responseType)
                        : Explanation.of(Side.APPLICATION, code));
    }
}
