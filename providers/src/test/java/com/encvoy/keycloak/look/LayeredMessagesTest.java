package com.encvoy.keycloak.look;

import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LayeredMessagesTest {

    private final Properties texts = new Properties();
    private final LayeredMessages messages = new LayeredMessages(Map.of("name", "attribute", "count", 5), texts);

    @Test
    void aTextComesBeforeAnAttribute() {
        texts.setProperty("name", "text");

        assertThat(messages.getProperty("name")).isEqualTo("text");
        assertThat(messages.getOrDefault("name", "default")).isEqualTo("text");
    }

    @Test
    void anAttributeStandsInForATextThatIsMissing() {
        assertThat(messages.getProperty("name")).isEqualTo("attribute");
        assertThat(messages.getOrDefault("name", "default")).isEqualTo("attribute");
        assertThat(messages.getOrDefault("count", "default")).isEqualTo(5);
    }

    @Test
    void whatIsNeitherIsMissing() {
        assertThat(messages.getProperty("other")).isNull();
        assertThat(messages.getProperty("other", "default")).isEqualTo("default");
        assertThat(messages.getOrDefault("other", "default")).isEqualTo("default");
        assertThat(messages.getProperty("count")).as("no text").isNull();
    }
}
