/** The dashboard's page about the invitations that a person has received. */
package com.encvoy.keycloak.dashboard.requests;
