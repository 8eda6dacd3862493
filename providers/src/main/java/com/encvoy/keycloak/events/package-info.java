/** The store of events. */
package com.encvoy.keycloak.events;
