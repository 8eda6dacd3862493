/** What happened to a person's account, in the events that the realm stores. */
package com.encvoy.keycloak.account.activity;
