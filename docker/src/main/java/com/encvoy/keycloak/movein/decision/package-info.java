/** What cannot be brought as it is, and what the person in charge decides about it. */
package com.encvoy.keycloak.movein.decision;
