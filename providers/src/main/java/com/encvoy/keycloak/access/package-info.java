/** Who may use an application and who may administer it: the access decision, the roles, and stored invitations. */
package com.encvoy.keycloak.access;
