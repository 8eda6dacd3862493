/**
 * Who signs in: the identifier, the password, the choice of an account that is signed in, phone numbers and user names.
 */
package com.encvoy.keycloak.login.identifier;
