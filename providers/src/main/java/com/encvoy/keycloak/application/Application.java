package com.encvoy.keycloak.application;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

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

    /** Client attribute, {@code true} or {@code false}, default {@code false}: only {@code OWNER} and {@code EDITOR} may sign in. */
    public static final String AUTHORIZE_ONLY_ADMINS = "encvoy.authorize_only_admins";

    /**
     * Client attribute, {@code true} or {@code false}, default {@code false}: only who has a role of the application, or an open
     * invitation for the verified e-mail address, may sign in.
     */
    public static final String AUTHORIZE_ONLY_EMPLOYEES = "encvoy.authorize_only_employees";

    /**
     * Client attribute, domains separated by white space or commas, default empty: only verified e-mail addresses of these domains
     * may sign in, {@code example.com} exactly or {@code *.example.com}.
     */
    public static final String ALLOWED_EMAIL_DOMAINS = "encvoy.allowed_email_domains";

    /**
     * Client attribute, {@code true} or {@code false}, default {@code false}: a browser that is signed in is asked whom to continue
     * as, instead of signing that person in silently.
     */
    public static final String ALWAYS_CHOOSE_SESSION = "encvoy.always_choose_session";

    /**
     * Client attribute, names of profile fields separated by white space or commas, default empty: people who keep one of them
     * private, or have none, are asked at the login.
     */
    public static final String REQUIRED_FIELDS = "encvoy.required_fields";

    /** What the names of custom fields begin with, here and among the attributes of users. */
    public static final String CUSTOM_FIELD = "custom_fields.";

    private static final Set<String> FIELDS = Set.of("login", "email", "phone_number", "given_name", "family_name", "nickname", "picture",
            "birthdate");

    /** Client attribute, text of up to 200 characters, default empty: whom to ask for access, shown to people who have none. */
    public static final String CONTACT = "encvoy.contact";

    private static final int CONTACT_LENGTH = 200;

    private final ClientModel client;

    private Application(ClientModel client) {
        this.client = client;
    }

    public static Application of(ClientModel client) {
        return new Application(client);
    }

    /** The name people know it by; the realm's where it is one of Keycloak's own consoles, the client ID where it has none. */
    public String title() {
        String name = client.getName();
        if (name != null && name.startsWith("${")) {
            name = client.getRealm().getDisplayName();
        }
        return name == null || name.isBlank() ? client.getClientId() : name;
    }

    public boolean showsAuthorizationErrors() {
        return flag(SHOW_AUTHORIZATION_ERRORS);
    }

    public boolean authorizesOnlyAdmins() {
        return flag(AUTHORIZE_ONLY_ADMINS);
    }

    public boolean authorizesOnlyEmployees() {
        return flag(AUTHORIZE_ONLY_EMPLOYEES);
    }

    public EmailDomains allowedEmailDomains() {
        String domains = client.getAttribute(ALLOWED_EMAIL_DOMAINS);
        return EmailDomains.parse(domains == null ? "" : domains, where(), ALLOWED_EMAIL_DOMAINS);
    }

    public boolean alwaysChoosesSession() {
        return flag(ALWAYS_CHOOSE_SESSION);
    }

    /** Names of profile fields; those of custom fields begin with {@code custom_fields.}. */
    public Set<String> requiredFields() {
        String names = client.getAttribute(REQUIRED_FIELDS);
        Set<String> fields = new LinkedHashSet<>();
        for (String name : names == null ? new String[0] : names.strip().split("[\\s,]+")) {
            if (FIELDS.contains(name) || name.startsWith(CUSTOM_FIELD) && name.substring(CUSTOM_FIELD.length()).matches("[A-Za-z0-9_-]+")) {
                fields.add(name);
            } else if (!name.isEmpty()) {
                SettingsLog.warn(where(), REQUIRED_FIELDS, name, "names of fields such as nickname or custom_fields.department",
                        "no field for this entry");
            }
        }
        return fields;
    }

    public Optional<String> contact() {
        String contact = client.getAttribute(CONTACT);
        if (contact == null || contact.isBlank()) {
            return Optional.empty();
        }
        if (contact.length() > CONTACT_LENGTH) {
            SettingsLog.warn(where(), CONTACT, contact, "at most " + CONTACT_LENGTH + " characters", "no contact");
            return Optional.empty();
        }
        return Optional.of(contact.strip());
    }

    private boolean flag(String key) {
        return Flag.read(client.getAttribute(key), where(), key, false);
    }

    private String where() {
        return where(client);
    }

    static String where(ClientModel client) {
        return "Client '" + client.getClientId() + "' of realm '" + client.getRealm().getName() + "'";
    }
}
