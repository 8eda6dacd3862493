package com.encvoy.keycloak.deletion;

import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

import com.encvoy.keycloak.access.DeletionMark;

/**
 * The required action of a realm that offers to restore an account. Realms whose administrator did not import it get it
 * with the first account that is marked: without it no one could restore it.
 */
final class RestoringAction {

    private static final String NAME = "Encvoy: restore account";

    private RestoringAction() {}

    static boolean isDisabled(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(DeletionMark.ACTION);
        return action != null && !action.isEnabled();
    }

    static void register(RealmModel realm) {
        if (realm.getRequiredActionProviderByAlias(DeletionMark.ACTION) != null) {
            return;
        }
        RequiredActionProviderModel action = new RequiredActionProviderModel();
        action.setAlias(DeletionMark.ACTION);
        action.setProviderId(DeletionMark.ACTION);
        action.setName(NAME);
        action.setEnabled(true);
        action.setDefaultAction(false);
        action.setPriority(first(realm));
        realm.addRequiredActionProvider(action);
    }

    /** Priority before all others: an account that is to be deleted does not need a new password first. */
    private static int first(RealmModel realm) {
        return realm.getRequiredActionProvidersStream()
                        .mapToInt(RequiredActionProviderModel::getPriority)
                        .min()
                        .orElse(1)
                - 1;
    }
}
