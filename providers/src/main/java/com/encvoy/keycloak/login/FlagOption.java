package com.encvoy.keycloak.login;

import java.util.Locale;

import com.encvoy.keycloak.application.SettingsLog;

import org.keycloak.provider.ProviderConfigProperty;

/**
 * An option of a step that is on or off.
 *
 * @param key stored in realms, never to be renamed
 * @param label in the admin console
 * @param help in the admin console
 * @param defaultValue what counts where it is unset or not allowed
 */
record FlagOption(String key, String label, String help, boolean defaultValue) {

    boolean read(String value, String where) {
        if (value == null || value.isBlank()) {
            return defaultValue;
        }
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                SettingsLog.warn(where, key, value, "true or false", defaultValue);
                yield defaultValue;
            }
        };
    }

    ProviderConfigProperty property() {
        return new ProviderConfigProperty(key, label, help, ProviderConfigProperty.BOOLEAN_TYPE, String.valueOf(defaultValue));
    }
}
