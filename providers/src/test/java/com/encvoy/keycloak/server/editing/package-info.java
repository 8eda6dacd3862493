/** Lets tests create, change and delete applications by the use cases, with access tokens. */
package com.encvoy.keycloak.server.editing;
