package com.encvoy.keycloak.login.flow;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Base class of the pack's authenticators. They require no identified user and no setup by the user. Neither may depend
 * on the user, or the next page would reveal who has an account.
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
