/** What the realm file holds, one thing at a time: how it is compared with a realm, and written there. */
package com.encvoy.keycloak.install.thing;
