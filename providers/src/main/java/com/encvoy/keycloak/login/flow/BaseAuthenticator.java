package com.encvoy.keycloak.login.flow;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What the steps have in common: they need nobody to be known yet, and there is nothing a person has to set up for
 * them. Both must not depend on the person, or the page that follows would tell who has an account.
 */
public abstract class BaseAuthenticator implements Authenticator {

    @Override
    public final boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public final void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // Nothing to set up.
    }

    @Override
    public final void close() {
        // Nothing to release.
    }
}
