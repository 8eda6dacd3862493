/**
 * An Encvoy application: a typed, validated view over a Keycloak client, and the rules every such client obeys.
 *
 * <p>Used by every other room, uses none of them.
 */
package com.encvoy.keycloak.application;
