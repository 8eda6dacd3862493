package com.encvoy.keycloak.application.option;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.logging.Logger;

/** Logs each invalid setting only once: anyone can send requests, and must not be able to fill the log. */
public final class SettingsLog {

    private static final Logger LOG = Logger.getLogger("com.encvoy.keycloak.settings");

    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private SettingsLog() {}

    /**
     * @param where the setting is set, such as {@code Client 'sentry'}
     * @param key of the setting
     * @param value that was found
     * @param allowed values, in words
     * @param used value, in words
     */
    public static void warn(String where, String key, String value, String allowed, Object used) {
        if (SAID.add(where + '\n' + key + '\n' + value)) {
            LOG.warnf("%s: %s must be %s; using %s instead.", where, key, allowed, used);
        }
    }
}
