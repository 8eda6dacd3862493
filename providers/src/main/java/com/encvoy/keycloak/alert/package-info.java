/** Mails that tell people what happened to their account: a new browser, another address, password or factor. */
package com.encvoy.keycloak.alert;
