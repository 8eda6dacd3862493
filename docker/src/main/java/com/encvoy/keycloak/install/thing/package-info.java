/** The contents of the realm file, one thing at a time: how each is compared with a realm, and written there. */
package com.encvoy.keycloak.install.thing;
