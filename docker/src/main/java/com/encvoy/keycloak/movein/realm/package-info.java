/** The realm into which an Encvoy ID moves, read and written by Keycloak's Admin REST API. */
package com.encvoy.keycloak.movein.realm;
