package com.encvoy.keycloak.dashboard.profile;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a form asks for an attribute, by Keycloak's annotation {@code inputType}.
 *
 * @param part of the template: field, area, lines, select, choices or checks
 * @param type of the HTML input, for a field
 */
record FieldKind(String part, String type) {

    private static final String HTML = "html5-";

    /** Without color and range, which have a value even if a person chose none. */
    private static final Set<String> TYPES =
            Set.of("email", "tel", "url", "number", "date", "datetime-local", "month", "week", "time");

    /** Of types whose field is empty if the value is not written so, and would be saved empty. */
    private static final Map<String, Pattern> FORMATS = Map.of(
            "number", Pattern.compile("-?\\d+(?:\\.\\d+)?"),
            "date", Pattern.compile("\\d{4}-\\d\\d-\\d\\d"),
            "datetime-local", Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d)?"),
            "month", Pattern.compile("\\d{4}-\\d\\d"),
            "week", Pattern.compile("\\d{4}-W\\d\\d"),
            "time", Pattern.compile("\\d\\d:\\d\\d(?::\\d\\d)?"));

    /**
     * @param inputType the annotation; null if there is none
     * @param hasOptions whether the profile lists the values
     */
    static FieldKind of(Object inputType, boolean hasOptions, boolean multivalued) {
        String input = inputType == null ? "" : inputType.toString();
        if (hasOptions && (input.startsWith("multiselect") || (multivalued && input.startsWith("select")))) {
            return new FieldKind("checks", "");
        }
        if (hasOptions && input.equals("select-radiobuttons")) {
            return new FieldKind("choices", "");
        }
        if (hasOptions && input.equals("select")) {
            return new FieldKind("select", "");
        }
        if (multivalued) {
            return new FieldKind("lines", "");
        }
        if (input.equals("textarea")) {
            return new FieldKind("area", "");
        }
        String type = input.startsWith(HTML) ? input.substring(HTML.length()) : "text";
        return new FieldKind("field", TYPES.contains(type) ? type : type.equals("range") ? "number" : "text");
    }

    /** The type of the HTML input that shows a value. */
    String typeFor(String value) {
        Pattern format = FORMATS.get(type);
        return format == null || value.isEmpty() || format.matcher(value).matches() ? type : "text";
    }

    /** Whether the form sends more than one value. */
    boolean isList() {
        return part.equals("lines") || part.equals("checks");
    }
}
