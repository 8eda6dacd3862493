/**
 * The rule of access at the doors of an application: at the end of a login and wherever a token is issued. Also the
 * fields that an application requires.
 */
package com.encvoy.keycloak.login.gate;
