package com.encvoy.keycloak.server.cost;

import com.encvoy.keycloak.server.TestResourceFactory;

public final class CostResourceProviderFactory extends TestResourceFactory {

    public CostResourceProviderFactory() {
        super("test-cost", CostResourceProvider::new);
    }
}
