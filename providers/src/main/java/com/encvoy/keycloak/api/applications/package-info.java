/** The REST resources of applications: creation, profile, settings, secret, check, preview of claims and activity. */
package com.encvoy.keycloak.api.applications;
