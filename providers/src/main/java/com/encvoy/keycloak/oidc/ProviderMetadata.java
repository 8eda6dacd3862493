package com.encvoy.keycloak.oidc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.keycloak.crypto.CryptoUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

import com.encvoy.keycloak.oidc.issuer.IssuerAddress;

/**
 * Provider metadata of an Encvoy address (OpenID Connect Discovery 1.0, section 3; RFC 8414). Lists only what works at
 * this address and is tested; Keycloak supports more.
 */
final class ProviderMetadata {

    /**
     * Excludes authentication methods whose tokens carry an audience, because Keycloak accepts only its own addresses
     * as audience.
     */
    private static final List<String> CLIENT_AUTHENTICATION = List.of("client_secret_basic", "client_secret_post");

    private static final List<String> CLIENT_AUTHENTICATION_OR_NONE =
            Stream.concat(CLIENT_AUTHENTICATION.stream(), Stream.of("none")).toList();

    private final KeycloakSession session;
    private final IssuerAddress address;

    ProviderMetadata(KeycloakSession session, IssuerAddress address) {
        this.session = session;
        this.address = address;
    }

    Map<String, Object> describe(DiscoveryInputs realm) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", address.issuer());
        document.put("authorization_endpoint", url(Endpoint.AUTHORIZATION));
        document.put("token_endpoint", url(Endpoint.TOKEN));
        document.put("userinfo_endpoint", url(Endpoint.USERINFO));
        document.put("jwks_uri", url(Endpoint.JWKS));
        document.put("end_session_endpoint", url(Endpoint.END_SESSION));
        document.put("introspection_endpoint", url(Endpoint.INTROSPECTION));
        document.put("revocation_endpoint", url(Endpoint.REVOCATION));
        document.put("pushed_authorization_request_endpoint", url(Endpoint.PUSHED_AUTHORIZATION));
        document.put("scopes_supported", scopes(realm));
        document.put("response_types_supported", List.of("code", "code id_token", "code token", "code id_token token"));
        document.put("response_modes_supported", List.of("query", "fragment", "form_post"));
        document.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("subject_types_supported", List.of("public", "pairwise"));
        document.put("id_token_signing_alg_values_supported", signatureAlgorithms());
        document.put("token_endpoint_auth_methods_supported", CLIENT_AUTHENTICATION_OR_NONE);
        document.put("introspection_endpoint_auth_methods_supported", CLIENT_AUTHENTICATION);
        document.put("revocation_endpoint_auth_methods_supported", CLIENT_AUTHENTICATION_OR_NONE);
        document.put("prompt_values_supported", prompts(realm));
        document.put("claims_supported", claims());
        document.put("claim_types_supported", List.of("normal"));
        document.put("claims_parameter_supported", false);
        document.put("request_parameter_supported", false);
        document.put("request_uri_parameter_supported", false);
        document.put("require_pushed_authorization_requests", false);
        document.put("authorization_response_iss_parameter_supported", true);
        document.put("backchannel_logout_supported", true);
        document.put("backchannel_logout_session_supported", true);
        document.put("frontchannel_logout_supported", true);
        document.put("frontchannel_logout_session_supported", true);
        return document;
    }

    private String url(Endpoint endpoint) {
        return (endpoint.isFrontChannel()
                        ? address.frontChannel(endpoint.path())
                        : address.backChannel(endpoint.path()))
                .toString();
    }

    private List<String> signatureAlgorithms() {
        return CryptoUtils.getSupportedAsymmetricSignatureAlgorithms(session).stream()
                .sorted()
                .toList();
    }

    private static List<String> scopes(DiscoveryInputs realm) {
        return Stream.concat(Stream.of("openid"), realm.scopes().stream())
                .distinct()
                .toList();
    }

    private static List<String> prompts(DiscoveryInputs realm) {
        List<String> prompts = new ArrayList<>(List.of("none", "login", "consent"));
        if (realm.choosesSession()) {
            prompts.add(OIDCLoginProtocol.PROMPT_VALUE_SELECT_ACCOUNT);
        }
        if (realm.registrationAllowed()) {
            prompts.add("create");
        }
        return prompts;
    }

    private static List<String> claims() {
        return List.of(
                "iss",
                "sub",
                "aud",
                "exp",
                "iat",
                "auth_time",
                "azp",
                "nonce",
                "acr",
                "sid",
                "at_hash",
                "email",
                "email_verified",
                "name",
                "given_name",
                "family_name",
                "preferred_username");
    }
}
