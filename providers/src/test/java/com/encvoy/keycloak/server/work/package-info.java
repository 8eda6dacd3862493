/** Counts the pack's operations on Keycloak's stores, installed beside the pack on servers of the tests. */
package com.encvoy.keycloak.server.work;
