/** What the commands of the pack have in common: how they read their options and report errors. */
package com.encvoy.keycloak.command;
