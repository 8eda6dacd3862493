/**
 * The one command that runs the pack for somebody trying it out: sets up a stock Keycloak in a folder and starts it
 * there.
 *
 * <p>Started by {@code docker/run}. Needs nothing but the JDK and what the build left in the checkout.
 */
package com.encvoy.keycloak.distribution;
