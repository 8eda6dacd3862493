/** What an application learns about a person, in every token and answer it gets. */
package com.encvoy.keycloak.claims;
