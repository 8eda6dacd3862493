package com.encvoy.keycloak.application.creation;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/**
 * A client that was changed, with its new settings.
 *
 * @param created whether the request that changes it has created it, and is not an import
 * @param selfRegistered whether the application registers or changes itself
 */
public record ClientChange(KeycloakSession session, ClientModel client, boolean created, boolean selfRegistered) {}
