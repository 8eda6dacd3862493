/** Walks the login over plain HTTP, page by page, with real mails. */
package com.encvoy.keycloak.login;
