/** The claims an application receives about a user, and the rule that keeps private values out of tokens. */
package com.encvoy.keycloak.claims;
