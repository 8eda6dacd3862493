/** Shared by all commands: reading options and reporting wrong ones. */
package com.encvoy.keycloak.command;
