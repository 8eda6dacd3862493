package com.encvoy.keycloak.application.editing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.Setting;

/** The settings that an application or a realm has itself, as attributes. */
final class StoredSettings {

    private final SettingRules rules;
    private final UnaryOperator<String> attributes;

    private StoredSettings(SettingRules rules, UnaryOperator<String> attributes) {
        this.rules = rules;
        this.attributes = attributes;
    }

    static StoredSettings of(ClientModel client) {
        return new StoredSettings(SettingRules.ofApplications(client.getRealm()), client::getAttribute);
    }

    static StoredSettings of(RealmModel realm) {
        return new StoredSettings(SettingRules.ofRealm(realm), realm::getAttribute);
    }

    SettingRules rules() {
        return rules;
    }

    /** By their keys; those that are unset are left out. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        for (Setting<?> setting : rules.settings()) {
            String value = attributes.apply(setting.key());
            if (StringUtil.isNotBlank(value)) {
                values.put(setting.key(), value);
            }
        }
        return values;
    }

    /**
     * The values that differ from the stored ones; an empty text for a setting to unset.
     *
     * @param values by key; null or blank unsets a setting
     */
    Map<String, String> changes(Map<String, String> values) {
        Map<String, String> changes = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            String stripped = StringUtil.isBlank(value) ? "" : value.strip();
            if (!stripped.equals(Objects.requireNonNullElse(attributes.apply(key), ""))) {
                changes.put(key, stripped);
            }
        });
        return changes;
    }
}
