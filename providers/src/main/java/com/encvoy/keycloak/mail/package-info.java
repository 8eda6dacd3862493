/** Mails sent after the request that caused them, and the state of the mail server. */
package com.encvoy.keycloak.mail;
