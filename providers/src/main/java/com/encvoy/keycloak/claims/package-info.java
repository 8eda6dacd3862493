/** What an application learns about a person: Encvoy claims, and the rule that private ones do not leave. */
package com.encvoy.keycloak.claims;
