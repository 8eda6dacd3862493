/**
 * The commands {@code install} and {@code uninstall}, which install Encvoy ID in an existing realm and remove it again.
 */
package com.encvoy.keycloak.install;
