/** The hash {@code bcrypt}, for people who moved in from Encvoy ID. */
package com.encvoy.keycloak.password;
