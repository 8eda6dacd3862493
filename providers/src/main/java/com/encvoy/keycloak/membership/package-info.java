/**
 * Who belongs to an application: its roles, the rules of access, invitations and their REST resource.
 *
 * <p>Uses {@code application} only. Roles are Keycloak's client roles, invitations are attributes of one of them.
 */
package com.encvoy.keycloak.membership;
