/** What happened at an application, from the event store: sign-ins, changes, and each refusal explained. */
package com.encvoy.keycloak.application.activity;
