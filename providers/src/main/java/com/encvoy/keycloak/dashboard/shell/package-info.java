/** What every page of the dashboard stands on: sign-in, protection against forged requests, rendering, languages. */
package com.encvoy.keycloak.dashboard.shell;
