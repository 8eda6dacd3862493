/** How an application is registered: the facts, and what is wrong with them. */
package com.encvoy.keycloak.application.registration;
