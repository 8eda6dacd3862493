/**
 * How pages and mails look, and what keeps values of people and administrators from becoming part of their markup.
 *
 * <p>Uses nothing of the pack.
 */
package com.encvoy.keycloak.look;
