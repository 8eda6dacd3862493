/** Conflicts: what cannot be brought as it is, and the decisions about it. */
package com.encvoy.keycloak.movein.decision;
