/** The pages with the applications of a person. */
package com.encvoy.keycloak.dashboard.apps;
