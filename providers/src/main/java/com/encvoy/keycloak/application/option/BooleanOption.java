package com.encvoy.keycloak.application.option;

import org.keycloak.provider.ProviderConfigProperty;

/**
 * An option that is on or off.
 *
 * @param key of the setting, never to be renamed
 * @param label in the admin console, null for an option of the server
 * @param help of the setting
 * @param defaultValue what counts where it is unset or not allowed
 */
public record BooleanOption(String key, String label, String help, boolean defaultValue) {

    /**
     * @param value that is set; null or blank where it is unset
     * @param where the option belongs to, for the log
     */
    public boolean read(String value, String where) {
        return Flag.read(value, where, key, defaultValue);
    }

    /** As Keycloak describes it. */
    public ProviderConfigProperty property() {
        return new ProviderConfigProperty(
                key, label, help, ProviderConfigProperty.BOOLEAN_TYPE, String.valueOf(defaultValue));
    }
}
