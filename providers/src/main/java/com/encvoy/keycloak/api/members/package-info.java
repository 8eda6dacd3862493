/** The REST resources of the people of an application: members, owners and invitations. */
package com.encvoy.keycloak.api.members;
