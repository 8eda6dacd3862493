/** The dashboard's pages about the look: of one application, and what the realm says for all of them. */
package com.encvoy.keycloak.dashboard.look;
