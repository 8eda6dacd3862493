package com.encvoy.keycloak.api;

import java.util.List;

import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.option.Flag;

/**
 * The server options {@code root-realm} and {@code root-issuer}.
 *
 * @param name of the realm that is served at {@code /api/oidc}
 * @param isIssuer whether it is also served at {@code /oidc}, where the server itself is the issuer
 */
record RootRealm(String name, boolean isIssuer) {

    static final String OPTION = "root-realm";

    static final String ISSUER_OPTION = "root-issuer";

    static final RootRealm DEFAULT = new RootRealm("encvoy", true);

    static RootRealm from(Config.Scope scope) {
        String configured = scope.get(OPTION);
        return new RootRealm(
                StringUtil.isBlank(configured) ? DEFAULT.name : configured.strip(),
                Flag.read(scope.get(ISSUER_OPTION), "The server", ISSUER_OPTION, DEFAULT.isIssuer));
    }

    static List<ProviderConfigProperty> metadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(OPTION)
                .type("string")
                .helpText("Name of the realm served at the server's path /api/oidc, which applications set up for "
                        + "Encvoy ID expect. Every realm is also served at /realms/{realm}/api/oidc.")
                .defaultValue(DEFAULT.name)
                .add()
                .property()
                .name(ISSUER_OPTION)
                .type("boolean")
                .helpText("Whether the root realm is also served at the server's path /oidc, with the server itself as "
                        + "the issuer and the discovery document at /.well-known/openid-configuration.")
                .defaultValue(DEFAULT.isIssuer)
                .add()
                .build();
    }
}
