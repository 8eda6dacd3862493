package com.encvoy.keycloak.dashboard.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.forms.login.freemarker.model.AbstractUserProfileBean;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.dashboard.application.Form;

/** An attribute of the user profile in the form of the page. */
final class ProfileField {

    /** Before the name of the attribute, so that no attribute can be taken for a field of every form. */
    private static final String PREFIX = "attribute.";

    /** Tokens of HTML's autocomplete, as in the login theme. */
    private static final Map<String, String> AUTOCOMPLETE = Map.of(
            "username", "username",
            "firstName", "given-name",
            "lastName", "family-name",
            "nickname", "nickname",
            "birthdate", "bday",
            "phone_number", "tel",
            "website", "url");

    private final AbstractUserProfileBean.Attribute attribute;
    private final Map<String, Object> annotations;
    private final List<String> values;
    private final LoginTexts texts;
    private final FieldKind kind;

    /** @param values that are saved */
    ProfileField(AbstractUserProfileBean.Attribute attribute, List<String> values, LoginTexts texts) {
        this.attribute = attribute;
        this.annotations = attribute.getAnnotations();
        this.values = values;
        this.texts = texts;
        this.kind = FieldKind.of(annotations.get("inputType"), !options().isEmpty(), attribute.isMultivalued());
    }

    static String name(String attribute) {
        return PREFIX + attribute;
    }

    String attribute() {
        return attribute.getName();
    }

    String name() {
        return name(attribute());
    }

    boolean isEditable() {
        return !attribute.isReadOnly();
    }

    String label() {
        String label = texts.shown(attribute.getDisplayName());
        return StringUtil.isBlank(label) ? attribute() : label;
    }

    /** The field with the saved values. */
    String saved() {
        return text(values);
    }

    private static String text(List<String> values) {
        return String.join("\n", values);
    }

    /** The values that were typed. */
    List<String> typed(Form form) {
        Stream<String> typed = kind.part().equals("checks")
                ? form.all(name()).stream()
                : kind.isList() ? form.lines(name()).stream() : Stream.of(form.text(name()));
        return typed.map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** The data for the template; the value is among those of the page. */
    Map<String, Object> model(boolean mayChange, String shown) {
        Map<String, Object> model = new HashMap<>();
        model.put("name", name());
        model.put("label", label());
        model.put("help", help());
        model.put("editable", mayChange && isEditable());
        model.put("text", values.stream().map(this::optionLabel).collect(Collectors.joining(", ")));
        model.put("part", kind.part());
        model.put("type", kind.typeFor(shown));
        model.put("required", attribute.isRequired());
        model.put("autocomplete", String.valueOf(annotations.getOrDefault("autocomplete", autocomplete())));
        model.put("placeholder", texts.shown(annotations.get("inputTypePlaceholder")));
        model.put("options", choices(shown));
        return model;
    }

    private String autocomplete() {
        return AUTOCOMPLETE.getOrDefault(attribute(), "off");
    }

    private String help() {
        return Stream.of("inputHelperTextBefore", "inputHelperTextAfter")
                .map(annotations::get)
                .map(texts::shown)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** The values that the profile lists, and those that are saved or typed without being listed. */
    private List<Map<String, String>> choices(String shown) {
        List<String> all = new ArrayList<>(options());
        if (!all.isEmpty()) {
            shown.lines()
                    .filter(value -> !value.isEmpty() && !all.contains(value))
                    .forEach(all::add);
        }
        return all.stream()
                .map(option -> Map.of("value", option, "label", optionLabel(option)))
                .toList();
    }

    private List<String> options() {
        Map<String, Map<String, Object>> validators = attribute.getValidators();
        Object named = annotations.get("inputOptionsFromValidation");
        Map<String, Object> validator = validators.getOrDefault(
                named == null ? "options" : named.toString(), validators.getOrDefault("options", Map.of()));
        return validator.get("options") instanceof List<?> listed
                ? listed.stream().map(String::valueOf).toList()
                : List.of();
    }

    private String optionLabel(String option) {
        if (annotations.get("inputOptionLabels") instanceof Map<?, ?> labels && labels.get(option) != null) {
            return texts.shown(labels.get(option));
        }
        Object prefix = annotations.get("inputOptionLabelsI18nPrefix");
        return prefix == null || !options().contains(option) ? option : texts.message(prefix + "." + option, List.of());
    }
}
