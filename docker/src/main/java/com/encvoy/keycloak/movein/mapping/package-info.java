/** Maps the data of an Encvoy ID to Keycloak, without a server. */
package com.encvoy.keycloak.movein.mapping;
