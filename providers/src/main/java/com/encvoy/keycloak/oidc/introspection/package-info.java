/** What an application may learn from the introspection endpoint, and whom a token is still valid for. */
package com.encvoy.keycloak.oidc.introspection;
