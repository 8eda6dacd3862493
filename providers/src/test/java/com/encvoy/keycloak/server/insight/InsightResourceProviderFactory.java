package com.encvoy.keycloak.server.insight;

import com.encvoy.keycloak.server.TestResourceFactory;

public final class InsightResourceProviderFactory extends TestResourceFactory {

    public InsightResourceProviderFactory() {
        super("test-insight", InsightResourceProvider::new);
    }
}
