package com.encvoy.keycloak.login.gate;

import java.util.HashMap;
import java.util.Map;

import org.keycloak.models.UserModel;

/**
 * How a page asks for a profile field.
 *
 * @param type of the HTML input
 * @param autocomplete token of the HTML standard, by which browsers fill it in
 * @param hint message key of a hint; null if there is none
 */
record FieldInput(String type, String autocomplete, String hint) {

    private static final FieldInput TEXT = new FieldInput("text", "off", null);

    private static final Map<String, FieldInput> BY_ATTRIBUTE = Map.of(
            UserModel.USERNAME,
            new FieldInput("text", "username", null),
            UserModel.EMAIL,
            new FieldInput("email", "email", null),
            UserModel.FIRST_NAME,
            new FieldInput("text", "given-name", null),
            UserModel.LAST_NAME,
            new FieldInput("text", "family-name", null),
            "nickname",
            new FieldInput("text", "nickname", null),
            "phone_number",
            new FieldInput("tel", "tel", "encvoyPhoneNumberHint"),
            "birthdate",
            new FieldInput("date", "bday", "encvoyBirthdateHint"),
            "picture",
            new FieldInput("url", "photo", "encvoyPictureHint"));

    /**
     * The data for the template to show a field.
     *
     * @param value what was typed before
     */
    static Map<String, Object> shown(String field, String value) {
        String attribute = RequiredFields.attribute(field);
        FieldInput input = BY_ATTRIBUTE.getOrDefault(attribute, TEXT);
        Map<String, Object> shown = new HashMap<>();
        shown.put("name", attribute);
        shown.put("label", RequiredFields.label(field));
        shown.put("value", value);
        shown.put("type", input.type);
        shown.put("autocomplete", input.autocomplete);
        if (input.hint != null) {
            shown.put("hint", input.hint);
        }
        return shown;
    }
}
