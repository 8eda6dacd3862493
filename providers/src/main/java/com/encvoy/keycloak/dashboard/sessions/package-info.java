/** The dashboard's page about where a person is signed in. */
package com.encvoy.keycloak.dashboard.sessions;
