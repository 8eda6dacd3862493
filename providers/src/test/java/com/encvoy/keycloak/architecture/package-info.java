/** Holds the structure of the code: rooms, their imports, their size, and the internal types of Keycloak in use. */
package com.encvoy.keycloak.architecture;
