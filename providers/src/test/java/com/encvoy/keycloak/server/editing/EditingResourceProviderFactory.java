package com.encvoy.keycloak.server.editing;

import com.encvoy.keycloak.server.TestResourceFactory;

public final class EditingResourceProviderFactory extends TestResourceFactory {

    public EditingResourceProviderFactory() {
        super("test-editing", EditingResourceProvider::new);
    }
}
