package com.encvoy.keycloak.server.clock;

import com.encvoy.keycloak.server.TestResourceFactory;

public final class ClockResourceProviderFactory extends TestResourceFactory {

    public ClockResourceProviderFactory() {
        super("test-clock", ClockResourceProvider::new);
    }
}
