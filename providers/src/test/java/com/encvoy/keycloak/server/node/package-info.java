/** What a test server runs on: unpacked distributions, processes of {@code kc.sh}, and the pack's image. */
package com.encvoy.keycloak.server.node;
