/**
 * The people of the tests: a browser without JavaScript for most flows, a real Chromium where looks and scripts matter.
 */
package com.encvoy.keycloak.browser;
