package com.encvoy.keycloak.application.option;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.logging.Logger;

/** Says once that a setting is not what it should be: anybody can send requests, they shall not fill the log. */
public final class SettingsLog {

    private static final Logger LOG = Logger.getLogger("com.encvoy.keycloak.settings");

    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private SettingsLog() {}

    /**
     * @param where the setting belongs to, such as {@code Client 'sentry'}
     * @param key of the setting
     * @param value that was found
     * @param allowed what it may be
     * @param used what counts in its place
     */
    public static void warn(String where, String key, String value, String allowed, Object used) {
        if (SAID.add(where + '\n' + key + '\n' + value)) {
            LOG.warnf("%s: %s must be %s, %s is used instead.", where, key, allowed, used);
        }
    }
}
