package com.encvoy.keycloak.application.option;

import java.util.Locale;
import java.util.Optional;

import org.keycloak.utils.StringUtil;

/** Parses boolean settings: {@code true} or {@code false}, case-insensitive. */
public final class Flag {

    private Flag() {}

    /**
     * @param value that is set; null or blank if unset
     * @param where the setting is set, for the log
     * @param key of the setting, for the log
     * @param defaultValue used if the setting is unset or invalid
     */
    public static boolean read(String value, String where, String key, boolean defaultValue) {
        if (StringUtil.isBlank(value)) {
            return defaultValue;
        }
        return parse(value.strip()).orElseGet(() -> {
            SettingsLog.warn(where, key, value, "true or false", defaultValue);
            return defaultValue;
        });
    }

    /** @return empty if the value is neither */
    public static Optional<Boolean> parse(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
