package com.encvoy.keycloak.login.flow;

import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** What the required actions of the pack have in common. */
public abstract class BaseRequiredAction implements RequiredActionProvider {

    /** Whether an administrator of the realm has enabled an action. */
    public static boolean isEnabled(RealmModel realm, String providerId) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(providerId);
        return action != null && action.isEnabled();
    }

    /** Asking for an action that Keycloak finds unsupported would switch it off for that login. */
    @Override
    public final InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public final void close() {
        // Nothing to release.
    }
}
