package com.encvoy.keycloak.dashboard.look;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.encvoy.keycloak.application.Setting;
import com.encvoy.keycloak.application.option.ValueForm.Kind;
import com.encvoy.keycloak.dashboard.application.Form;

/** Settings as fields of a form, each named by its key. A list has an entry in each line, or a check box for each. */
final class SettingFields {

    private static final String ON = "true";
    private static final String OFF = "false";

    private final List<Setting<?>> settings;
    private final UnaryOperator<String> stored;
    private final boolean switches;

    /**
     * @param stored the attributes
     * @param switches whether flags are on or off; otherwise they have a third choice, which is neither
     */
    SettingFields(List<Setting<?>> settings, UnaryOperator<String> stored, boolean switches) {
        this.settings = settings;
        this.stored = stored;
        this.switches = switches;
    }

    /** The fields with the stored values. */
    Map<String, String> saved() {
        return show(setting -> stored.apply(setting.key()));
    }

    /** The fields with the typed values. */
    Map<String, String> typed(Form form) {
        return show(setting -> isSent(form, setting) ? value(form, setting) : stored.apply(setting.key()));
    }

    /** The values that differ from the stored ones, by key; empty to unset a setting. */
    Map<String, String> changes(Form form) {
        Map<String, String> saved = saved();
        Map<String, String> changes = new LinkedHashMap<>();
        settings.stream().filter(setting -> isSent(form, setting)).forEach(setting -> {
            String value = value(form, setting);
            if (!shown(setting, value).equals(saved.get(setting.key()))) {
                changes.put(setting.key(), value);
            }
        });
        return changes;
    }

    private Map<String, String> show(Function<Setting<?>, String> source) {
        Map<String, String> shown = new HashMap<>();
        settings.forEach(setting -> shown.put(setting.key(), shown(setting, source.apply(setting))));
        return shown;
    }

    /** A field that is missing keeps its value; but a browser does not send a switch that is off. */
    private boolean isSent(Form form, Setting<?> setting) {
        return isSwitch(setting) || !form.all(setting.key()).isEmpty();
    }

    private boolean isSwitch(Setting<?> setting) {
        return switches && setting.type().kind() == Kind.FLAG;
    }

    private String value(Form form, Setting<?> setting) {
        if (isSwitch(setting) && setting.isOnByDefault()) {
            return form.text(setting.key()).equals(ON) ? "" : OFF;
        }
        return setting.type().kind() == Kind.NAMES
                ? words(String.join(" ", form.all(setting.key()))).collect(Collectors.joining(" "))
                : lines(form.text(setting.key()));
    }

    private String shown(Setting<?> setting, String value) {
        String text = value == null ? "" : value.strip();
        return switch (setting.type().kind()) {
            case FLAG -> flag(setting, text.toLowerCase(Locale.ROOT));
            case NAMES -> names(setting, text);
            case CHOICE ->
                setting.type().choices().stream()
                        .filter(text::equalsIgnoreCase)
                        .findFirst()
                        .orElse(text);
            default -> lines(text);
        };
    }

    private String flag(Setting<?> setting, String text) {
        if (!isSwitch(setting)) {
            return text;
        }
        return text.equals(ON) || (setting.isOnByDefault() && !text.equals(OFF)) ? ON : "";
    }

    /** The order matters unless there are usual words to choose from. */
    private static String names(Setting<?> setting, String text) {
        Stream<String> words = words(text);
        return (setting.type().choices().isEmpty() ? words : words.sorted()).collect(Collectors.joining("\n"));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .distinct();
    }

    /** As browsers send line breaks, and as they are stored. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }
}
