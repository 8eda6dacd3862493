/**
 * Shared by the pack's authenticators and required actions: base classes, configuration, the claimed user, and the
 * guard that restarts a superseded login.
 */
package com.encvoy.keycloak.login.flow;
