package com.encvoy.keycloak.ending;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SupportDetailsTest {

    @RepeatedTest(20)
    void aReferenceCanBeReadOut() {
        assertThat(Reference.create())
                .matches("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}")
                .isNotEqualTo(Reference.create());
    }

    @Test
    void aValueOfARequestCannotForgeALineOrFillTheLog() {
        assertThat(SupportDetails.onOneLine("a\r\nb\u2028c\u202Ed")).isEqualTo("a  b c d");
        assertThat(SupportDetails.onOneLine("x".repeat(10_000))).hasSize(501);
    }

    @Test
    void whatIsUnknownIsLeftOut() {
        Map<String, Object> shown = new HashMap<>();

        SupportDetails.addTo(shown, "K7QM-3T9D", "clientNotFoundMessage", null, null);

        assertThat(shown).containsOnlyKeys("reference", "code", "time").containsEntry("reference", "K7QM-3T9D");
        assertThat((String) shown.get("time")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }
}
