/**
 * An Encvoy <em>application</em>: a typed, validated view of a Keycloak client and its {@code encvoy.*} attributes, and
 * the building blocks shared by all packages. Depends on no other package.
 */
package com.encvoy.keycloak.application;
