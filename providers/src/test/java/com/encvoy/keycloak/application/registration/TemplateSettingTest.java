package com.encvoy.keycloak.application.registration;

import java.net.URI;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.application.Settings;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateSettingTest {

    @Test
    void everyTemplateIsAChoiceAndRemembersItself() {
        assertThat(Settings.TEMPLATE.type().choices())
                .containsExactlyElementsOf(Arrays.stream(ApplicationTemplate.values())
                        .map(ApplicationTemplate::id)
                        .toList());
        assertThat(ApplicationTemplate.values())
                .allSatisfy(template -> assertThat(template.client(URI.create("https://a.example.com"), "a")
                                .getAttributes())
                        .containsEntry("encvoy.template", template.id()));
    }
}
