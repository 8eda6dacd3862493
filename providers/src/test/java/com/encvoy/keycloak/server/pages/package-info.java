/** Runs inside the tested server: renders every page of the login with sample data, without walking to it. */
package com.encvoy.keycloak.server.pages;
