package com.encvoy.keycloak.application;

import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** The required actions that a realm has. */
public final class RequiredActions {

    private RequiredActions() {}

    /** Whether an administrator of the realm has enabled an action. */
    public static boolean isEnabled(RealmModel realm, String providerId) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(providerId);
        return action != null && action.isEnabled();
    }
}
