/** The pages on which a person sees and chooses what applications learn. */
package com.encvoy.keycloak.dashboard.privacy;
