/**
 * A real Keycloak with the packaged JARs for the server tests: in a container if an engine answers, otherwise the stock
 * distribution.
 *
 * <p>One server serves every test class of a run; classes that change a realm work on a copy of their own.
 */
package com.encvoy.keycloak.server;
