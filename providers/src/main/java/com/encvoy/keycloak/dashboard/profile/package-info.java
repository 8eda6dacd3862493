/** The page on which people see and change what they say about themselves. */
package com.encvoy.keycloak.dashboard.profile;
