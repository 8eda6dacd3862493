/**
 * Speed as a ratio: the pack's endpoints beside Keycloak's own, in one run on the same server. Run with ./mvnw -Pbench
 * verify.
 */
package com.encvoy.keycloak.benchmark;
