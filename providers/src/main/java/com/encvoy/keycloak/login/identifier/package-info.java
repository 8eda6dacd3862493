/**
 * Identifies the user and verifies the password: identifier, password, choice of a signed-in account, phone numbers and
 * user names.
 */
package com.encvoy.keycloak.login.identifier;
