/**
 * The command {@code docker/run}, for trying the pack out: sets up a stock Keycloak in a folder and runs it there.
 *
 * <p>Needs the JDK and the files that the build left in the checkout.
 */
package com.encvoy.keycloak.distribution;
