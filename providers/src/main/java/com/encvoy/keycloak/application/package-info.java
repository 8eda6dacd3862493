/**
 * An Encvoy <em>application</em>: a typed, validated view of a Keycloak client and its {@code encvoy.*} attributes, and
 * the few building blocks that every room needs. Imports no other room.
 */
package com.encvoy.keycloak.application;
