package com.encvoy.keycloak.application;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;

/**
 * A Keycloak client seen as an Encvoy application: its settings, typed and validated. A bad value counts as the documented
 * default, with one log line naming client and key; it never breaks a login.
 */
public final class Application {

    /**
     * Client attribute, {@code true} or {@code false}, default {@code false}: an authorization request that this server refuses
     * ends on a page here instead of a redirect back with {@code error=}. For applications that answer such a redirect by asking
     * again, as Sentry does.
     */
    public static final String SHOW_AUTHORIZATION_ERRORS = "encvoy.show_authorization_errors";

    private static final Logger LOG = Logger.getLogger(Application.class);

    /** What has been complained about: anybody can send requests, they shall not fill the log. */
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private final ClientModel client;

    private Application(ClientModel client) {
        this.client = client;
    }

    public static Application of(ClientModel client) {
        return new Application(client);
    }

    /** The name people know it by; the client ID where it has none. */
    public String title() {
        String name = client.getName();
        return name == null || name.isBlank() ? client.getClientId() : name;
    }

    public boolean showsAuthorizationErrors() {
        return flag(SHOW_AUTHORIZATION_ERRORS, false);
    }

    private boolean flag(String key, boolean defaultValue) {
        String value = client.getAttribute(key);
        if (value == null || value.isBlank()) {
            return defaultValue;
        }
        return switch (value.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                if (SAID.add(client.getId() + key + value)) {
                    LOG.warnf("Client '%s': %s must be true or false, %s is used instead.", client.getClientId(), key, defaultValue);
                }
                yield defaultValue;
            }
        };
    }
}
