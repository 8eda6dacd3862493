package com.encvoy.keycloak.crypto;

import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * The option of a provider that turns its native library on or off: {@code true} (default) or {@code false}. Any other
 * value is ignored and logged.
 *
 * @param key of the option, never to be renamed
 * @param help for the administrator
 */
record NativeOption(String key, String help) {

    private static final Logger LOG = Logger.getLogger("com.encvoy.keycloak.settings");

    /** @param provider named in the log, such as {@code Signature 'RS256'} */
    boolean isOn(Config.Scope config, String provider) {
        String value = config.get(key, "true").strip();
        if ("false".equalsIgnoreCase(value)) {
            return false;
        }
        if (!value.isEmpty() && !"true".equalsIgnoreCase(value)) {
            LOG.warnf("%s: %s must be true or false; using true instead.", provider, key);
        }
        return true;
    }

    /** The option as Keycloak's server info describes it. */
    ProviderConfigProperty property() {
        return new ProviderConfigProperty(key, null, help, ProviderConfigProperty.BOOLEAN_TYPE, "true");
    }
}
