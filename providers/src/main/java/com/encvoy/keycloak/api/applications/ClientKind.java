package com.encvoy.keycloak.api.applications;

import org.keycloak.models.ClientModel;

/**
 * The member {@code token_endpoint_auth_method} (RFC 7591, section 2): {@code none} for a public client, which uses
 * PKCE, {@code client_secret_basic} for one with a secret, which it may also send in the body.
 */
final class ClientKind {

    static final String MEMBER = "token_endpoint_auth_method";

    static final String PUBLIC = "none";

    static final String WITH_SECRET = "client_secret_basic";

    private ClientKind() {}

    /** Other methods are set by administrators in Keycloak's console, and shown only. */
    static String of(ClientModel client) {
        if (client.isPublicClient()) {
            return PUBLIC;
        }
        String authenticator = String.valueOf(client.getClientAuthenticatorType());
        return switch (authenticator) {
            case "client-jwt" -> "private_key_jwt";
            case "client-secret-jwt" -> "client_secret_jwt";
            case "client-x509" -> "tls_client_auth";
            default -> WITH_SECRET;
        };
    }
}
