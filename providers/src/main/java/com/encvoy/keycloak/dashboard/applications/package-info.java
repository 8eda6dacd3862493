/** The dashboard's pages about applications, for people who run them and for administrators. */
package com.encvoy.keycloak.dashboard.applications;
