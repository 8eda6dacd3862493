/**
 * Speed as a ratio: the pack's endpoints compared with Keycloak's own, in one run on the same server. Run with ./mvnw
 * -Pbench verify.
 */
package com.encvoy.keycloak.benchmark;
