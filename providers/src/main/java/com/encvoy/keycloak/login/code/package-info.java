/**
 * Codes sent by e-mail to sign in, to recover a password and to verify an address, with their limits and recipients.
 */
package com.encvoy.keycloak.login.code;
