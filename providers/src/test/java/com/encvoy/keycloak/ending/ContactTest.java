package com.encvoy.keycloak.ending;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.stage.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class ContactTest {

    @ParameterizedTest
    @CsvSource({
        "help@example.com, mailto:help@example.com",
        "mailto:help.desk+it@example.com, mailto:help.desk+it@example.com",
        "https://help.example.com/form?from=login, https://help.example.com/form?from=login",
        "+49 (30) 123-456, tel:+4930123456",
        "tel:+4930123456, tel:+4930123456"
    })
    void anAddressIsALink(String contact, String link) {
        assertThat(Contact.link(contact)).contains(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ask Grace",
                "javascript:alert(1)",
                "http://help.example.com",
                "https://user@evil.example",
                "https://",
                "help@example.com?subject=x&bcc=evil@example.com",
                "data:text/html,x",
                "room 101",
                "help@example.com, or Grace"
            })
    void anythingElseIsText(String contact) {
        assertThat(Contact.link(contact)).isEmpty();
    }

    @Test
    void theSchemeOfAnAddressIsNotShown() {
        Stage stage = new Stage();
        when(stage.client.getAttribute("encvoy.contact")).thenReturn("mailto:help@example.com");
        Map<String, Object> shown = new HashMap<>();

        Contact.addTo(shown, stage.client);

        assertThat(shown)
                .containsEntry("contact", "help@example.com")
                .containsEntry("contactLink", "mailto:help@example.com");
    }
}
