/** The browser that a request comes from, in words that people know. */
package com.encvoy.keycloak.device;
