/** What a person lets applications see: the fields of the profile and the linked accounts, and the choice. */
package com.encvoy.keycloak.account.privacy;
