/** What a person signs in with: passwords, keys, codes, and accounts elsewhere. */
package com.encvoy.keycloak.account.credentials;
