package com.encvoy.keycloak.application;

import java.util.Locale;

/** A setting that is on or off, {@code true} or {@code false} in whatever case. */
public final class Flag {

    private Flag() {
    }

    /**
     * @param value that is set; null or blank where it is unset
     * @param where the setting belongs to, for the log
     * @param key of the setting, for the log
     * @param defaultValue what counts where it is unset or not allowed
     */
    public static boolean read(String value, String where, String key, boolean defaultValue) {
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
}
