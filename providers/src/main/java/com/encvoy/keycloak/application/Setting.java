package com.encvoy.keycloak.application;

import java.util.Optional;

import org.keycloak.models.ClientModel;

/**
 * One setting of applications, an attribute of their clients. A value that is not allowed counts as the default, with one log line
 * that names client and key; it never breaks a login.
 *
 * @param <T> of its value
 */
public final class Setting<T> {

    private final String key;
    private final SettingType<T> type;
    private final T defaultValue;
    private final String documentedDefault;
    private final String help;

    Setting(String key, SettingType<T> type, T defaultValue, String documentedDefault, String help) {
        this.key = key;
        this.type = type;
        this.defaultValue = defaultValue;
        this.documentedDefault = documentedDefault;
        this.help = help;
    }

    public String key() {
        return key;
    }

    /** The row of the table of settings, in Markdown: key, allowed values, default, meaning. */
    public String row() {
        return "| `" + key + "` | " + type.allowed() + " | " + documentedDefault + " | " + help + " |";
    }

    /** The value that counts for an application. */
    T of(ClientModel client) {
        String value = client.getAttribute(key);
        if (value == null || value.isBlank()) {
            return defaultValue;
        }
        String where = Application.where(client);
        Optional<T> read = type.read(value.strip(), where, key);
        if (read.isEmpty()) {
            SettingsLog.warn(where, key, value, type.allowed().replace("`", ""), "the default (" + documentedDefault.replace("`", "") + ")");
        }
        return read.orElse(defaultValue);
    }
}
