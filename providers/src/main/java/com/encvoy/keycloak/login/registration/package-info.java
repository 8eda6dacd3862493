/** Creating an account without telling whether an address has one. */
package com.encvoy.keycloak.login.registration;
