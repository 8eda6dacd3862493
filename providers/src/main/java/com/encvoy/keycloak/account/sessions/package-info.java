/** Where a person is signed in, and at which applications. */
package com.encvoy.keycloak.account.sessions;
