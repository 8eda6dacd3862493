/**
 * What has to know every step of the login: the event listener and the check at start-up. The steps themselves are in
 * the packages below.
 */
package com.encvoy.keycloak.login;
