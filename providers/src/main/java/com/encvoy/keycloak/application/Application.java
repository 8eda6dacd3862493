package com.encvoy.keycloak.application;

import java.util.Optional;
import java.util.Set;

import org.keycloak.models.ClientModel;
import org.keycloak.utils.StringUtil;

/**
 * A Keycloak client as an Encvoy application: its settings, typed and validated. An invalid value of a restriction
 * restricts access; any other invalid value falls back to the documented default. Both are logged once with client and
 * key.
 */
public final class Application {

    /** Client attribute: the id of the person who made this application without being an administrator. */
    public static final String CREATED_BY = "encvoy.created_by";

    private final ClientModel client;

    private Application(ClientModel client) {
        this.client = client;
    }

    public static Application of(ClientModel client) {
        return new Application(client);
    }

    /** Prefix of the names of Keycloak's built-in consoles. */
    private static final String CONSOLE_NAME_PREFIX = "${client_";

    /**
     * The name shown to users: the client's name, the realm's display name for Keycloak's built-in consoles, or the
     * client ID if the client has no name.
     */
    public String title() {
        String name = client.getName();
        if (name != null && name.startsWith(CONSOLE_NAME_PREFIX)) {
            name = client.getRealm().getDisplayName();
        }
        return StringUtil.isBlank(name) || name.startsWith("${") ? client.getClientId() : name;
    }

    /** The id of the person who made this application, until an administrator trusts it. */
    public Optional<String> untrustedCreator() {
        return client.isConsentRequired()
                ? Optional.ofNullable(client.getAttribute(CREATED_BY)).filter(StringUtil::isNotBlank)
                : Optional.empty();
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

    /** Names of profile fields. Names of custom fields start with {@code custom_fields.}. */
    public Set<String> requiredFields() {
        return Settings.REQUIRED_FIELDS.valueFor(client);
    }

    /** Whether a setting restricts access to the application. */
    public boolean isRestricted() {
        return authorizesOnlyAdmins().isOn()
                || authorizesOnlyEmployees().isOn()
                || !allowedEmailDomains().admitsEveryone();
    }

    /** The contact for users without access. */
    public Optional<String> contact() {
        return Settings.CONTACT.valueFor(client);
    }

    /** Whether responses name the server as their issuer, whichever address the application uses. */
    public boolean expectsRootIssuer() {
        return "root".equals(Settings.ISSUER.valueFor(client));
    }

    public static String where(ClientModel client) {
        return "Client '" + client.getClientId() + "' of realm '"
                + client.getRealm().getName() + "'";
    }
}
