package com.encvoy.keycloak.server.directory;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.storage.UserStorageProviderFactory;

public final class ReadOnlyDirectoryFactory implements UserStorageProviderFactory<ReadOnlyDirectory> {

    public static final String PROVIDER_ID = "test-read-only";

    @Override
    public ReadOnlyDirectory create(KeycloakSession session, ComponentModel model) {
        return new ReadOnlyDirectory(session, model);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
