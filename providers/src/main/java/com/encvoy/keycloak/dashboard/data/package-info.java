/** The pages on which people download what is held about them, and delete their account. */
package com.encvoy.keycloak.dashboard.data;
