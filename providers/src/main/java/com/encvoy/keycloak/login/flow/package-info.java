/**
 * What the steps of the login share: their base classes and options, the person who claims to be signing in, and the
 * guard that starts a superseded login over.
 */
package com.encvoy.keycloak.login.flow;
