package com.encvoy.keycloak.application;

import org.keycloak.models.RealmModel;
import org.keycloak.utils.StringUtil;

/** What a realm is called where people read it. */
public final class RealmName {

    private RealmName() {}

    /** Its display name, else its name. */
    public static String of(RealmModel realm) {
        return StringUtil.isBlank(realm.getDisplayName()) ? realm.getName() : realm.getDisplayName();
    }
}
