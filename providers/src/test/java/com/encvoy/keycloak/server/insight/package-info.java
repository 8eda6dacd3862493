/** Runs inside the tested server: says what the pack knows of an application, as its pages will. */
package com.encvoy.keycloak.server.insight;
