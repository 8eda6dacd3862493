package com.encvoy.keycloak.oidc;

import java.lang.reflect.Field;

import org.junit.jupiter.api.Test;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationScope;

import static org.assertj.core.api.Assertions.assertThat;

class OrganizationSearchTest {

    @Test
    void keycloakStillReadsTheNote() throws ReflectiveOperationException {
        Field name = OrganizationScope.class.getDeclaredField("UNSUPPORTED_ORGANIZATION_SCOPES_ATTRIBUTE");
        name.setAccessible(true);

        assertThat(name.get(null)).isEqualTo(OrganizationSearch.WITHOUT_ORGANIZATIONS);
    }
}
