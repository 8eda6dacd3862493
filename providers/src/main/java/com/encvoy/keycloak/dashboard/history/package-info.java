/** The dashboard's page about what happened to a person's account. */
package com.encvoy.keycloak.dashboard.history;
