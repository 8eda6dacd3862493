package com.encvoy.keycloak.account.credentials;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.LDAPConstants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/** The directory that an account comes from, if there is one. */
final class Directory {

    /** Keycloak's name of the mode, whose type is in a part of Keycloak that nothing else here needs. */
    private static final String READ_ONLY = "READ_ONLY";

    private final ComponentModel component;

    private Directory(ComponentModel component) {
        this.component = component;
    }

    static Directory of(RealmModel realm, UserModel user) {
        String link = user.getFederationLink() != null ? user.getFederationLink() : StorageId.providerId(user.getId());
        return new Directory(link == null ? null : realm.getComponent(link));
    }

    /** Whether its passwords cannot be changed through Keycloak: LDAP and Kerberos say so in their configuration. */
    boolean isReadOnly() {
        return component != null && READ_ONLY.equals(component.get(LDAPConstants.EDIT_MODE));
    }
}
