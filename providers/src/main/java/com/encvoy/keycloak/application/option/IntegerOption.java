package com.encvoy.keycloak.application.option;

import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.utils.StringUtil;

/**
 * An option of a step that is a whole number.
 *
 * @param key stored in realms, never to be renamed
 * @param label in the admin console
 * @param help in the admin console
 * @param defaultValue what counts where it is unset or not allowed
 * @param min smallest value allowed
 * @param max largest value allowed
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
            // The same as a number that is not allowed.
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
