package com.encvoy.keycloak.login.flow;

import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Base class of the pack's required actions. */
public abstract class BaseRequiredAction implements RequiredActionProvider {

    /** Whether an administrator of the realm has enabled a required action. */
    public static boolean isEnabled(RealmModel realm, String providerId) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(providerId);
        return action != null && action.isEnabled();
    }

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
