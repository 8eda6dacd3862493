/**
 * How pages look and read: the branding of an application, Keycloak's login pages with it, and texts in which values of
 * other people are never markup.
 */
package com.encvoy.keycloak.look;
