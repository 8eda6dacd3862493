/** People and applications of an Encvoy ID move into a realm. */
package com.encvoy.keycloak.movein;
