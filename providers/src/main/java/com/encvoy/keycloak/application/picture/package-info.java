/** Uploaded pictures: read with care, made small, and kept as the logo of an application or realm, or of a person. */
package com.encvoy.keycloak.application.picture;
