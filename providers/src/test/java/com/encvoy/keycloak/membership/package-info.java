/** Invitations, from the administrator's request to the membership of the person who was invited. */
package com.encvoy.keycloak.membership;
