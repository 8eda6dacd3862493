/** Limits what applications learn from the introspection endpoint. */
package com.encvoy.keycloak.oidc.introspection;
