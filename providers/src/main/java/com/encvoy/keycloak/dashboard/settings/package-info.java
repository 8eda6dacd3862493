/** The dashboard's pages that show an application and change its profile, its access and its secret, or delete it. */
package com.encvoy.keycloak.dashboard.settings;
