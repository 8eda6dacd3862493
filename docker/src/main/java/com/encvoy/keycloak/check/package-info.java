/**
 * The command {@code docker/check}: tests a set-up with the requests of Sentry, and names a remedy for each failure.
 */
package com.encvoy.keycloak.check;
