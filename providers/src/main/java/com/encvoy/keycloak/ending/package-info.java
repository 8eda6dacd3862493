/**
 * Pages on which a login ends without reaching the application: the refusal, the contact of an application, and the
 * reference under which an administrator finds the case.
 */
package com.encvoy.keycloak.ending;
