/** The dashboard's pages about the look: of one application, and of all of them. */
package com.encvoy.keycloak.dashboard.look;
