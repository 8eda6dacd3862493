/** Keycloak's types that tests implement and that its published JARs lack. */
package org.keycloak.storage;
