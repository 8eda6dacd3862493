package com.encvoy.keycloak.application;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderConfigProperty;

import static org.assertj.core.api.Assertions.assertThat;

class EncvoyMapperTest {

    @Test
    void showsItselfInTheAdminConsole() {
        List<ProviderConfigProperty> options = List.of(new ProviderConfigProperty());
        EncvoyMapper mapper = new EncvoyMapper("id", "Name", "Help.", options) {};

        assertThat(mapper.getId()).isEqualTo("id");
        assertThat(mapper.getDisplayType()).isEqualTo("Name");
        assertThat(mapper.getHelpText()).isEqualTo("Help.");
        assertThat(mapper.getDisplayCategory()).isEqualTo("Token mapper");
        assertThat(mapper.getConfigProperties()).isSameAs(options);
    }
}
