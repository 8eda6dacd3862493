package com.encvoy.keycloak.dashboard.profile;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FieldKindTest {

    @ParameterizedTest
    @CsvSource({
        ", false, false, field, text",
        ", false, true, lines, ''",
        "text, false, false, field, text",
        "textarea, false, false, area, ''",
        "html5-tel, false, false, field, tel",
        "html5-date, false, false, field, date",
        "html5-range, false, false, field, number",
        "html5-color, false, false, field, text",
        "html5-file, false, false, field, text",
        "select, true, false, select, ''",
        "select, true, true, checks, ''",
        "select, false, false, field, text",
        "select-radiobuttons, true, false, choices, ''",
        "multiselect, true, true, checks, ''",
        "multiselect-checkboxes, true, false, checks, ''",
        "multiselect-checkboxes, false, true, lines, ''",
    })
    void isWhatTheProfileSays(String inputType, boolean options, boolean multivalued, String part, String type) {
        assertThat(FieldKind.of(inputType, options, multivalued)).isEqualTo(new FieldKind(part, type));
    }

    @ParameterizedTest
    @CsvSource({
        "date, 1815-12-10, date",
        "date, '', date",
        "date, 10 December 1815, text",
        "number, -1.5, number",
        "number, many, text",
        "datetime-local, 2026-01-31T10:00, datetime-local",
        "month, 2026-01, month",
        "week, 2026-W05, week",
        "time, 10:00:00, time",
        "time, noon, text",
        "tel, anything, tel",
    })
    void aValueThatABrowserWouldDropIsShownAsText(String type, String value, String shown) {
        assertThat(new FieldKind("field", type).typeFor(value)).isEqualTo(shown);
    }
}
