/** Counts what requests cost the server's stores, installed beside the pack on servers of the tests. */
package com.encvoy.keycloak.server.cost;
