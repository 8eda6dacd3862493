/** The applications of a person: those that may be used, those that know the person, favourites, the catalogue. */
package com.encvoy.keycloak.account.applications;
