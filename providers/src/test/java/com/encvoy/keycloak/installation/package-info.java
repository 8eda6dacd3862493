/** Encvoy ID in realms that exist, by the command line. */
package com.encvoy.keycloak.installation;
