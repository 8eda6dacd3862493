/** The use cases that create, change and delete applications, and the one place that validates what they are given. */
package com.encvoy.keycloak.application.editing;
