package com.encvoy.keycloak.application;

import java.util.Optional;

import com.encvoy.keycloak.application.option.Flag;
import com.encvoy.keycloak.application.option.SettingsLog;
import com.encvoy.keycloak.application.option.ValueForm;

/** Whether a setting restricts access to an application. */
public enum Restriction {
    OFF,

    ON,

    /**
     * The configured value is neither {@code true} nor {@code false}. Restricts access until an administrator corrects
     * it.
     */
    UNREADABLE;

    /** Whether access is restricted. */
    public boolean isOn() {
        return this != OFF;
    }

    /** Whether access is restricted. An invalid value restricts: a typo must not let everyone in. */
    static SettingType<Restriction> type() {
        return new SettingType<>("`true` or `false`", ValueForm.of(ValueForm.Kind.FLAG)) {
            @Override
            Optional<Restriction> read(String value, String where, String key) {
                Optional<Boolean> read = Flag.parse(value);
                if (read.isEmpty()) {
                    SettingsLog.warn(where, key, value, "true or false", "true (restricts access)");
                }
                return Optional.of(read.map(restricts -> restricts ? ON : OFF).orElse(UNREADABLE));
            }

            @Override
            boolean accepts(String value) {
                return Flag.parse(value).isPresent();
            }
        };
    }
}
