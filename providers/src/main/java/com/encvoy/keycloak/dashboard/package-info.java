/** The pages for people and owners, below {@code /realms/{realm}/dashboard}. */
package com.encvoy.keycloak.dashboard;
