/**
 * What the steps of a login share: whether a login still holds, and Keycloak's required actions behind that question.
 *
 * <p>Uses {@code application} only.
 */
package com.encvoy.keycloak.login.flow;
