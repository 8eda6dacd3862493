/** Uploaded pictures: read with care, made small, and kept as the logo of an application or realm. */
package com.encvoy.keycloak.application.picture;
