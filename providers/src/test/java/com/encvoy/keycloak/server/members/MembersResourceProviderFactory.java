package com.encvoy.keycloak.server.members;

import com.encvoy.keycloak.server.TestResourceFactory;

public final class MembersResourceProviderFactory extends TestResourceFactory {

    public MembersResourceProviderFactory() {
        super("test-members", MembersResourceProvider::new);
    }
}
