/**
 * The front door: the realm resource at /realms/{realm}/api and its root alias /api, mounted for one realm.
 *
 * <p>Opens the doors of the rooms below and decides nothing about protocol or login itself.
 */
package com.encvoy.keycloak.api;
