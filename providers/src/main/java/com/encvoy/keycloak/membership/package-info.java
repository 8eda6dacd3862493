/** The use cases of members and owners of an application, whichever door they come through. */
package com.encvoy.keycloak.membership;
