package com.encvoy.keycloak.look;

import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.services.messages.Messages;

import static org.assertj.core.api.Assertions.assertThat;

class EndSentencesTest {

    @Test
    void everyMessageIsOneOfKeycloakOrOfOurs() {
        Set<String> known = Arrays.stream(Messages.class.getFields())
                .map(EndSentencesTest::value)
                .collect(Collectors.toSet());

        assertThat(EndSentences.messages().values().stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .allMatch(message -> known.contains(message) || message.startsWith("encvoy"));
    }

    private static String value(Field message) {
        try {
            return (String) message.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyKindHasATitleAndASentence() throws Exception {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                EndSentencesTest.class.getResourceAsStream("/theme-resources/messages/messages_en.properties"),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }

        assertThat(EndSentences.messages().keySet())
                .allMatch(
                        kind -> texts.containsKey("encvoyEnd." + kind) && texts.containsKey("encvoyEndTitle." + kind));
        assertThat(texts.stringPropertyNames().stream()
                        .filter(key -> key.startsWith("encvoyEnd."))
                        .map(key -> key.substring("encvoyEnd.".length())))
                .containsExactlyInAnyOrderElementsOf(EndSentences.messages().keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "invalidParameterMessage, redirect_uri, wrong_address",
        "invalidParameterMessage, response_type, refused",
        "clientNotFoundMessage,, unknown_application",
        "cookieNotFoundMessage,, cookie"
    })
    void aMessageIsOfOneKind(String message, String parameter, String kind) {
        assertThat(EndSentences.kindOf(message, parameter)).contains(kind);
    }

    @Test
    void othersKeepTheirText() {
        assertThat(EndSentences.kindOf("accountDisabledMessage")).isEmpty();
        assertThat(EndSentences.kindOf("What an identity provider says.")).isEmpty();
        assertThat(EndSentences.kindOf(null)).isEmpty();
    }
}
