/** Codes sent by e-mail, to sign in, to recover a password and to verify an address; how many, and to whom. */
package com.encvoy.keycloak.login.code;
