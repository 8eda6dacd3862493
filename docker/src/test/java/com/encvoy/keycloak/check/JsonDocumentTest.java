package com.encvoy.keycloak.check;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JsonDocumentTest {

    private final JsonDocument document = JsonDocument.of("""
            {"issuer" : "https:\\/\\/id.example.com", "lifetime":2592000,
            "uris":["https://a/\\"", "https://b"], "empty":[], "flag":true}""");

    @Test
    void readsStringsAndNumbers() {
        assertThat(document.string("issuer")).contains("https://id.example.com");
        assertThat(document.number("lifetime")).hasValue(2_592_000);
    }

    @Test
    void readsLongAndEscapedStrings() {
        assertThat(JsonDocument.of("{\"a\":\"" + "x".repeat(100_000) + "\"}")
                        .string("a")
                        .orElseThrow())
                .hasSize(100_000);
        assertThat(JsonDocument.of("{\"a\":\"b\\u0026c\\\"\"}").string("a")).contains("b&c\"");
    }

    @Test
    void missingMembersAndThoseOfAnotherTypeAreEmpty() {
        assertThat(document.string("lifetime")).isEmpty();
        assertThat(document.string("flag")).isEmpty();
        assertThat(document.number("issuer")).isEmpty();
        assertThat(document.objects("issuer")).isEmpty();
        assertThat(document.objects("missing")).isEmpty();
        assertThat(JsonDocument.of("<html>").string("issuer")).isEmpty();
        assertThat(JsonDocument.of("").string("issuer")).isEmpty();
        assertThat(JsonDocument.of("[{\"issuer\":\"nested\"}]").string("issuer"))
                .isEmpty();
    }
}
