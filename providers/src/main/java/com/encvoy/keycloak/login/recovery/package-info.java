/** Follow-up of a recovered password. */
package com.encvoy.keycloak.login.recovery;
