/** Keycloak as in production: optimized, on PostgreSQL, with TLS, in a container, two nodes. */
package com.encvoy.keycloak.production;
