/** A client of Keycloak's Admin REST API for the commands that change a server. */
package com.encvoy.keycloak.admin;
