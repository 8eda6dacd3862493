/** Uploaded pictures, served to browsers. */
package com.encvoy.keycloak.api.pictures;
