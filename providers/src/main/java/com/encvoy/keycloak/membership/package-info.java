/** Use cases for members and owners of an application, independent of the interface. */
package com.encvoy.keycloak.membership;
