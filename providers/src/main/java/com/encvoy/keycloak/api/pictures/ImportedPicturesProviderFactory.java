package com.encvoy.keycloak.api.pictures;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

import com.encvoy.keycloak.api.request.AdminResourceFactory;

/** Makes {@link ImportedPicturesResource} part of Keycloak's Admin REST API. */
public final class ImportedPicturesProviderFactory extends AdminResourceFactory {

    public ImportedPicturesProviderFactory() {
        super("encvoy-pictures");
    }

    @Override
    public Object getResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator permissions, AdminEventBuilder event) {
        return new ImportedPicturesResource(session, realm, permissions, event);
    }
}
