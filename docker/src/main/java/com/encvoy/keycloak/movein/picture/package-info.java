/** The folder in which an Encvoy ID keeps pictures. */
package com.encvoy.keycloak.movein.picture;
