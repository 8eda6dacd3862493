package com.encvoy.keycloak.application.option;

import java.util.Locale;
import java.util.Optional;

import org.keycloak.utils.StringUtil;

/** A setting that is on or off, {@code true} or {@code false} in whatever case. */
public final class Flag {

    private Flag() {}

    /**
     * @param value that is set; null or blank where it is unset
     * @param where the setting belongs to, for the log
     * @param key of the setting, for the log
     * @param defaultValue what counts where it is unset or not allowed
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

    /** @return empty where it is neither */
    public static Optional<Boolean> parse(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
