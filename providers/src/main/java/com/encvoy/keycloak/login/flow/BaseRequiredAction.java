package com.encvoy.keycloak.login.flow;

import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionProvider;

/** Base class of the pack's required actions. */
public abstract class BaseRequiredAction implements RequiredActionProvider {

    /** Requesting a required action that Keycloak considers unsupported would disable it for that login. */
    @Override
    public final InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public final void close() {
        // Nothing to release.
    }
}
