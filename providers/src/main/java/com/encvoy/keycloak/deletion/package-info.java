/** Accounts that are to be deleted: mark, restore, purge. */
package com.encvoy.keycloak.deletion;
