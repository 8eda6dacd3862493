package com.encvoy.keycloak.application;

import org.keycloak.models.RealmModel;
import org.keycloak.utils.StringUtil;

/** The name of a realm as shown to users. */
public final class RealmName {

    private RealmName() {}

    /** The display name, or the name if there is none. */
    public static String of(RealmModel realm) {
        return StringUtil.isBlank(realm.getDisplayName()) ? realm.getName() : realm.getDisplayName();
    }
}
