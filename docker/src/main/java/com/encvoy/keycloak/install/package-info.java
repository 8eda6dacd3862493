/** The commands {@code install} and {@code uninstall}: Encvoy ID in a realm that exists, and out of it again. */
package com.encvoy.keycloak.install;
