package com.encvoy.keycloak.look;

import java.util.Locale;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.keycloak.models.utils.FormMessage;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;

import static org.assertj.core.api.Assertions.assertThat;

class BrandedMessagesTest {

    private final BrandedLoginFormsProvider pages = new BrandedLoginFormsProvider(
            new MemorySession(new MemoryRealm("encvoy")).model(), new ThemeResourceCache(true));

    private String format(FormMessage message) {
        Properties messages = new Properties();
        messages.setProperty("userNotFound", "There is no <b>{0}</b>.");
        return pages.formatMessage(message, messages, Locale.ENGLISH);
    }

    @Test
    void aTextOfTheThemeIsMarkupAndItsParametersAreNot() {
        assertThat(Markup.html(format(new FormMessage("username", "userNotFound", "<i>"))))
                .isEqualTo("There is no <b>&lt;i&gt;</b>.");
    }

    @Test
    void aTextThatComesFromElsewhereIsNoMarkup() {
        assertThat(Markup.html(format(new FormMessage("username", "<i>access_denied</i>"))))
                .isEqualTo("&lt;i&gt;access_denied&lt;/i&gt;");
    }

    @Test
    void aFieldMayHaveNoMessage() {
        assertThat(format(null)).isNull();
    }
}
