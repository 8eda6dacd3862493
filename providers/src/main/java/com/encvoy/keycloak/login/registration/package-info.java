/** Account creation that does not reveal whether an address has an account. */
package com.encvoy.keycloak.login.registration;
