package com.encvoy.keycloak.application;

import java.util.Optional;
import java.util.Set;

import org.keycloak.models.ClientModel;
import org.keycloak.utils.StringUtil;

/**
 * A Keycloak client seen as an Encvoy application: its settings, typed and validated. A bad value of a restriction
 * restricts, any other one falls back to the documented default, with one log line naming client and key.
 */
public final class Application {

    private final ClientModel client;

    private Application(ClientModel client) {
        this.client = client;
    }

    public static Application of(ClientModel client) {
        return new Application(client);
    }

    /** What the names of Keycloak's own consoles begin with. */
    private static final String CONSOLE_NAME_PREFIX = "${client_";

    /**
     * The name people know it by; the realm's where it is one of Keycloak's own consoles, the client ID where it has
     * none of its own.
     */
    public String title() {
        String name = client.getName();
        if (name != null && name.startsWith(CONSOLE_NAME_PREFIX)) {
            name = client.getRealm().getDisplayName();
        }
        return StringUtil.isBlank(name) || name.startsWith("${") ? client.getClientId() : name;
    }

    public boolean showsAuthorizationErrors() {
        return Settings.SHOW_AUTHORIZATION_ERRORS.valueFor(client);
    }

    public Restriction authorizesOnlyAdmins() {
        return Settings.AUTHORIZE_ONLY_ADMINS.valueFor(client);
    }

    public Restriction authorizesOnlyEmployees() {
        return Settings.AUTHORIZE_ONLY_EMPLOYEES.valueFor(client);
    }

    public EmailDomains allowedEmailDomains() {
        return Settings.ALLOWED_EMAIL_DOMAINS.valueFor(client);
    }

    public boolean alwaysChoosesSession() {
        return Settings.ALWAYS_CHOOSE_SESSION.valueFor(client);
    }

    /** Names of profile fields; those of custom fields begin with {@code custom_fields.}. */
    public Set<String> requiredFields() {
        return Settings.REQUIRED_FIELDS.valueFor(client);
    }

    /** Whether a setting restricts who may use the application. */
    public boolean isRestricted() {
        return authorizesOnlyAdmins().isOn()
                || authorizesOnlyEmployees().isOn()
                || !allowedEmailDomains().admitsEveryone();
    }

    /** Whom to ask for access. */
    public Optional<String> contact() {
        return Settings.CONTACT.valueFor(client);
    }

    public static String where(ClientModel client) {
        return "Client '" + client.getClientId() + "' of realm '"
                + client.getRealm().getName() + "'";
    }
}
