package com.encvoy.keycloak.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonDocumentTest {

    private final JsonDocument document = new JsonDocument("""
            {"issuer" : "https:\\/\\/id.example.com", "lifetime":2592000, "uris":["https://a/\\"", "https://b"], "empty":[], "flag":true}""");

    @Test
    void readsStringsNumbersAndLists() {
        assertThat(document.string("issuer")).contains("https://id.example.com");
        assertThat(document.number("lifetime")).hasValue(2_592_000);
        assertThat(document.strings("uris")).containsExactly("https://a/\"", "https://b");
        assertThat(document.strings("empty")).isEmpty();
    }

    @Test
    void whatIsMissingOrOfAnotherKindIsEmpty() {
        assertThat(document.string("lifetime")).isEmpty();
        assertThat(document.string("flag")).isEmpty();
        assertThat(document.number("issuer")).isEmpty();
        assertThat(document.strings("issuer")).isEmpty();
        assertThat(new JsonDocument("<html>").string("issuer")).isEmpty();
    }
}
