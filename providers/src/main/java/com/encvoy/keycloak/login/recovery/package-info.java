/** What follows when a forgotten password is replaced. */
package com.encvoy.keycloak.login.recovery;
