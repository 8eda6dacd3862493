package com.encvoy.keycloak.check;

import java.net.URI;

/**
 * The members of the discovery document that Sentry reads.
 *
 * @param issuer identifier of the provider
 * @param authorization endpoint for browsers
 * @param token endpoint for codes and refresh tokens
 * @param userinfo endpoint for the claims of a user
 */
record Provider(String issuer, URI authorization, URI token, URI userinfo) {}
