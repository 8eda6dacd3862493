/** The dashboard's page that creates an application. */
package com.encvoy.keycloak.dashboard.creation;
