package com.encvoy.keycloak.login.flow;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RequiredHooksTest {

    @Test
    void thisKeycloakHasThemAll() {
        assertThatCode(RequiredHooks::require).doesNotThrowAnyException();
    }

    @Test
    void aMethodThatWasRenamedIsNamed() {
        assertThatThrownBy(() -> RequiredHooks.require(
                        AccessTokenIntrospectionProvider.class, "checksOfIntrospection", List.of("java.lang.String")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not support this version of Keycloak")
                .hasMessageContaining(
                        "AccessTokenIntrospectionProvider has no checksOfIntrospection(java.lang.String)");
    }

    @Test
    void aMethodWithOtherParametersIsAnother() {
        assertThatThrownBy(() ->
                        RequiredHooks.require(AccessTokenIntrospectionProvider.class, "introspectionChecks", List.of()))
                .isInstanceOf(IllegalStateException.class);
    }
}
