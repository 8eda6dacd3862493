package com.encvoy.keycloak.oidc;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.type.TypeReference;
import org.keycloak.util.JsonSerialization;

/**
 * The discovery document of an Encvoy address: what Keycloak says of the realm, reduced to what is true at these endpoints,
 * with their own URLs and issuer (OpenID Connect Discovery 1.0, section 3).
 */
final class Discovery {

    /** What holds for Keycloak's own endpoints and for ours alike. */
    private static final Set<String> SHARED = Set.of(
            "acr_values_supported",
            "claim_types_supported",
            "claims_parameter_supported",
            "claims_supported",
            "id_token_encryption_alg_values_supported",
            "id_token_encryption_enc_values_supported",
            "id_token_signing_alg_values_supported",
            "prompt_values_supported",
            "request_parameter_supported",
            "request_uri_parameter_supported",
            "require_request_uri_registration",
            "scopes_supported",
            "subject_types_supported",
            "token_endpoint_auth_methods_supported",
            "token_endpoint_auth_signing_alg_values_supported");

    private final OidcAddress address;

    Discovery(OidcAddress address) {
        this.address = address;
    }

    /**
     * @param realm Keycloak's own document of the realm
     * @return the document to serve, in the order it is written
     */
    Map<String, Object> describe(Object realm) {
        Map<String, Object> document = JsonSerialization.mapper.convertValue(realm, new TypeReference<>() { });
        document.keySet().retainAll(SHARED);
        document.put("issuer", address.issuer());
        document.put("authorization_endpoint", address.frontChannel("auth").toString());
        document.put("token_endpoint", address.backChannel("token").toString());
        document.put("userinfo_endpoint", address.backChannel("me").toString());
        document.put("jwks_uri", address.backChannel("jwks").toString());
        document.put("response_types_supported", List.of("code"));
        document.put("response_modes_supported", List.of("query", "form_post"));
        document.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("authorization_response_iss_parameter_supported", Boolean.FALSE);
        return document;
    }
}
