/** What each thing of an Encvoy ID becomes in Keycloak; computed without a server. */
package com.encvoy.keycloak.movein.mapping;
