package com.encvoy.keycloak.application.option;

import org.keycloak.provider.ProviderConfigProperty;

/**
 * A boolean option.
 *
 * @param key of the setting, never to be renamed
 * @param label in the admin console; null for a server option
 * @param help of the setting
 * @param defaultValue used if the option is unset or invalid
 */
public record BooleanOption(String key, String label, String help, boolean defaultValue) {

    /**
     * @param value that is set; null or blank if unset
     * @param where the option is set, for the log
     */
    public boolean read(String value, String where) {
        return Flag.read(value, where, key, defaultValue);
    }

    /** The option as Keycloak's admin console and server info describe it. */
    public ProviderConfigProperty property() {
        return new ProviderConfigProperty(
                key, label, help, ProviderConfigProperty.BOOLEAN_TYPE, String.valueOf(defaultValue));
    }
}
