/** Everything that is held about a person, for the person. */
package com.encvoy.keycloak.account.data;
