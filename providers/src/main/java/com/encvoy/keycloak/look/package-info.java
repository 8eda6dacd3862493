/**
 * Look and texts of pages: the branding of applications, Keycloak's login pages with it, and messages in which values
 * from users are never markup.
 */
package com.encvoy.keycloak.look;
