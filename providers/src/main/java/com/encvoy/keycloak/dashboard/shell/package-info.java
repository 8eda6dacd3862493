/** The basis of every page of the dashboard: sign-in, protection against forged requests, rendering, languages. */
package com.encvoy.keycloak.dashboard.shell;
