/** What people say about themselves: the fields of the realm's user profile, and a picture. */
package com.encvoy.keycloak.account.profile;
