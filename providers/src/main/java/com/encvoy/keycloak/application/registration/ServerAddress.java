package com.encvoy.keycloak.application.registration;

import java.net.URI;

/**
 * Where applications find this server.
 *
 * @param issuer the address that applications are given, such as {@code https://id.example.com/api/oidc}
 * @param rootRealm whether the realm has the addresses of the server itself, beside its own
 */
public record ServerAddress(URI issuer, boolean rootRealm) {}
