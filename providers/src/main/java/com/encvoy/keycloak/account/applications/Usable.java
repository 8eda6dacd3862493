package com.encvoy.keycloak.account.applications;

import org.keycloak.models.ClientModel;

/**
 * An application that a person may use.
 *
 * @param title its name
 * @param type the heading below which the catalogue lists it; empty for others
 * @param address where it starts, a web address
 */
public record Usable(ClientModel client, String title, String type, String address) {}
