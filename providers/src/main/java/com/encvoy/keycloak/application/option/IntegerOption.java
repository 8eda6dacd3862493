package com.encvoy.keycloak.application.option;

import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.utils.StringUtil;

/**
 * An integer option of an authenticator or required action.
 *
 * @param key stored in realms, never to be renamed
 * @param label in the admin console
 * @param help in the admin console
 * @param defaultValue used if the option is unset or invalid
 * @param min smallest allowed value
 * @param max largest allowed value
 */
public record IntegerOption(String key, String label, String help, int defaultValue, int min, int max) {

    public int read(String value, String where) {
        if (StringUtil.isBlank(value)) {
            return defaultValue;
        }
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Handled like a number out of range.
        }
        SettingsLog.warn(where, key, value, "a whole number from " + min + " to " + max, defaultValue);
        return defaultValue;
    }

    public ProviderConfigProperty property() {
        return new ProviderConfigProperty(
                key,
                label,
                help + " From " + min + " to " + max + ".",
                ProviderConfigProperty.INTEGER_TYPE,
                String.valueOf(defaultValue));
    }
}
