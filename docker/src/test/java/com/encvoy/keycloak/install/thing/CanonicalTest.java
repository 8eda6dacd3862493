package com.encvoy.keycloak.install.thing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class CanonicalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"b":1,"a":2}                          | {"a":2,"b":1}
            {"a":1,"b":null,"c":false,"d":"","e":[],"f":{}} | {"a":1}
            {"roles":["user","admin"]}             | {"roles":["admin","user"]}
            {"a":[{"n":2,"x":false},{"n":1}]}      | {"a":[{"n":2},{"n":1}]}
            {"validations":{"up-username":{}}}     | {"validations":{"up-username":{}}}
            """)
    void whatMeansTheSameHasOneForm(String one, String form) throws Exception {
        assertThat(Canonical.of(json(one)).toString()).isEqualTo(form);
        assertThat(Canonical.hash(Canonical.of(json(one)))).isEqualTo(Canonical.hash(json(form)));
    }

    @Test
    void whatDiffersHasAnotherHash() throws Exception {
        assertThat(Canonical.hash(json("{\"a\":1}")))
                .hasSize(16)
                .isNotEqualTo(Canonical.hash(json("{\"a\":2}")))
                .isNotEqualTo(Canonical.hash(json("{\"a\":\"1\"}")));
        assertThat(Canonical.hash(Canonical.of(null))).isEqualTo("-");
    }

    private static JsonNode json(String text) throws Exception {
        return Canonical.JSON.readTree(text);
    }
}
