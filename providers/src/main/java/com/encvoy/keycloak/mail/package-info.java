/** Mails, sent after the request that caused them, and what is known of the mail server. */
package com.encvoy.keycloak.mail;
