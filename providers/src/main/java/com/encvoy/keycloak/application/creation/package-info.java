/** Clients that are created or changed by a request, told apart from those that are imported. */
package com.encvoy.keycloak.application.creation;
