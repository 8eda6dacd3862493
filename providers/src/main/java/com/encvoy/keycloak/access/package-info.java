/** Who may use an application and who may run it: the rule, the roles, and invitations as they are stored. */
package com.encvoy.keycloak.access;
