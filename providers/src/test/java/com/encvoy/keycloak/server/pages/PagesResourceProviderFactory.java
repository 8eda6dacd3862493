package com.encvoy.keycloak.server.pages;

import com.encvoy.keycloak.server.TestResourceFactory;

public final class PagesResourceProviderFactory extends TestResourceFactory {

    public PagesResourceProviderFactory() {
        super("test-pages", PagesResourceProvider::new);
    }
}
