package com.encvoy.keycloak.mail;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailRecipientTest {

    private final MailRecipient recipient = new MailRecipient("ada@example.com", Locale.forLanguageTag("pt-BR"));

    @Test
    void isNothingButAnAddressAndALanguage() {
        assertThat(recipient.getEmail()).isEqualTo("ada@example.com");
        assertThat(recipient.getUsername()).isEqualTo("ada@example.com");
        assertThat(recipient.getFirstName()).isNull();
        assertThat(recipient.getLastName()).isNull();
        assertThat(recipient.getAttributes()).isEmpty();
    }

    @Test
    void hasTheLanguageAsTheOnlyAttribute() {
        assertThat(recipient.getFirstAttribute("locale")).isEqualTo("pt-BR");
        assertThat(recipient.getFirstAttribute("email")).isNull();
    }
}
