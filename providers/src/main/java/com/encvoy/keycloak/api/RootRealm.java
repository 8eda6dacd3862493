package com.encvoy.keycloak.api;

import java.util.List;

import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.utils.StringUtil;

/**
 * The server option that names the realm served at the root alias {@code /api}.
 *
 * @param name of the realm
 */
record RootRealm(String name) {

    static final String OPTION = "root-realm";

    static final String DEFAULT = "encvoy";

    static RootRealm from(Config.Scope scope) {
        String configured = scope.get(OPTION);
        return new RootRealm(StringUtil.isBlank(configured) ? DEFAULT : configured.strip());
    }

    static List<ProviderConfigProperty> metadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(OPTION)
                .type("string")
                .helpText("Name of the realm served at the server's path /api/oidc, which applications set up for "
                        + "Encvoy ID expect. Every realm is also served at /realms/{realm}/api/oidc.")
                .defaultValue(DEFAULT)
                .add()
                .build();
    }
}
