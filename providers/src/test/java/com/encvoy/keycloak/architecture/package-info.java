/**
 * Holds the structure of the code: rooms, their imports, their size, the internal types of Keycloak in use, and the
 * language of the repository.
 */
package com.encvoy.keycloak.architecture;
