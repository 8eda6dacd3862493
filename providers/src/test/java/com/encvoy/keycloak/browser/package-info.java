/** The people of the tests: a browser without JavaScript for most flows, a real Chromium for looks and scripts. */
package com.encvoy.keycloak.browser;
