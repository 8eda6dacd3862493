package com.encvoy.keycloak.api;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

import com.encvoy.keycloak.api.request.AdminResourceFactory;

/** Makes {@link BlankSettingsResource} part of Keycloak's Admin REST API. */
public final class BlankSettingsProviderFactory extends AdminResourceFactory {

    public BlankSettingsProviderFactory() {
        super("encvoy-blank-settings");
    }

    @Override
    public Object getResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator permissions, AdminEventBuilder event) {
        return new BlankSettingsResource(realm, permissions, event);
    }
}
