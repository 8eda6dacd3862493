/** The dashboard's pages about the members of an application, invitations to it, and who owns it. */
package com.encvoy.keycloak.dashboard.members;
