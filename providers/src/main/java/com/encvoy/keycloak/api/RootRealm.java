package com.encvoy.keycloak.api;

import java.util.List;

import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.utils.StringUtil;

/**
 * The server option that names the realm behind the root alias {@code /api}.
 *
 * @param name name of the realm
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
                .helpText("Name of the realm that is served at /api/oidc of the server, as applications set up for "
                        + "Encvoy ID expect it. Every realm is served at /realms/{realm}/api/oidc as well.")
                .defaultValue(DEFAULT)
                .add()
                .build();
    }
}
