/** Runs inside the tested server: a directory of people that cannot be written to, like LDAP that is read-only. */
package com.encvoy.keycloak.server.directory;
