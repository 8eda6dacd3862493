/** Parsing of single options and settings, and the log line for invalid values. */
package com.encvoy.keycloak.application.option;
