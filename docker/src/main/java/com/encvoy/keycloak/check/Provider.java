package com.encvoy.keycloak.check;

import java.net.URI;

/**
 * What Sentry reads from the discovery document.
 *
 * @param issuer name of the provider
 * @param authorization endpoint for browsers
 * @param token endpoint for codes and refresh tokens
 * @param userinfo endpoint for the data of a person
 */
record Provider(String issuer, URI authorization, URI token, URI userinfo) {}
