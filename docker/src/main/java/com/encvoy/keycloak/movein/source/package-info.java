/** The database of an Encvoy ID (backend 1.0.10), read in one snapshot and never written to. */
package com.encvoy.keycloak.movein.source;
