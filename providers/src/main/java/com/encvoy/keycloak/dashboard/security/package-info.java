/** The dashboard's page about what a person signs in with. */
package com.encvoy.keycloak.dashboard.security;
