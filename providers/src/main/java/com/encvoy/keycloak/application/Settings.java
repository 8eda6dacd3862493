package com.encvoy.keycloak.application;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.encvoy.keycloak.application.Setting.Owner;

/**
 * All settings of an application with key, type, default and meaning: the single source for code and documentation. The
 * keys are Encvoy ID's field names with the prefix {@code encvoy.}; they are stored in realms and never change. The
 * settings of the login widget are in {@link WidgetSettings}.
 */
public final class Settings {

    /** Prefix of the names of custom fields, in settings and user attributes. */
    public static final String CUSTOM_FIELD = "custom_fields.";

    private static final List<String> FIELDS =
            List.of("login", "email", "phone_number", "given_name", "family_name", "nickname", "picture", "birthdate");

    static final Pattern CUSTOM_FIELDS = Pattern.compile("custom_fields\\.[A-Za-z0-9_-]+");

    public static final Setting<Boolean> SHOW_AUTHORIZATION_ERRORS = flag(
            "show_authorization_errors",
            "`false` (client `sentry`: `true`)",
            "a rejected authorization request ends on an error page instead of a redirect with "
                    + "`error=`, to which Sentry would respond by asking again in an endless loop; `prompt=none` "
                    + "is always answered with a redirect");

    public static final Setting<Restriction> AUTHORIZE_ONLY_ADMINS =
            restriction("authorize_only_admins", "only `OWNER` and `EDITOR` may sign in");

    public static final Setting<Restriction> AUTHORIZE_ONLY_EMPLOYEES = restriction(
            "authorize_only_employees",
            "only users with a role of the application, or with an open invitation for their verified "
                    + "e-mail address, may sign in");

    public static final Setting<EmailDomains> ALLOWED_EMAIL_DOMAINS = new Setting<>(
            "encvoy.allowed_email_domains",
            Owner.APPLICATION,
            EmailDomains.type(),
            EmailDomains.ALL,
            "none: every domain",
            "only users with a verified address in these domains may sign in: `example.com` is that "
                    + "domain only, `*.example.com` every subdomain of it. An entry that is not a domain matches "
                    + "no address");

    public static final Setting<Set<String>> REQUIRED_FIELDS = new Setting<>(
            "encvoy.required_fields",
            Owner.APPLICATION,
            SettingType.names(
                    "field names, separated by spaces or commas: `login`, `email`, `phone_number`, "
                            + "`given_name`, `family_name`, `nickname`, `picture`, `birthdate`, `custom_fields.<name>`",
                    "field names such as nickname or custom_fields.department",
                    FIELDS,
                    name -> FIELDS.contains(name) || CUSTOM_FIELDS.matcher(name).matches()),
            Set.of(),
            "none (client `sentry`: `email`)",
            "users are asked at sign-in for fields they have not filled in or keep private; fields "
                    + "that only administrators may edit are not asked for. A custom field must also be an "
                    + "option of `public_profile_claims_oauth` in the user profile");

    public static final Setting<Boolean> ALWAYS_CHOOSE_SESSION = flag(
            "always_choose_session",
            "`false`",
            "a browser that is already signed in is asked which account to continue with");

    public static final Setting<Optional<Integer>> ACCESS_TOKEN_TTL = new Setting<>(
            "encvoy.access_token_ttl",
            Owner.APPLICATION,
            SettingType.seconds(60, 86_400),
            Optional.empty(),
            "the realm's, 1800",
            "lifetime of access tokens; copied to Keycloak's setting of the client");

    public static final Setting<Optional<Integer>> REFRESH_TOKEN_TTL = new Setting<>(
            "encvoy.refresh_token_ttl",
            Owner.APPLICATION,
            SettingType.seconds(60, 31_536_000),
            Optional.empty(),
            "the realm's, 86400",
            "how long a refresh token stays valid without being used. Without offline access, never "
                    + "longer than the browser session");

    public static final Setting<Optional<String>> CONTACT = new Setting<>(
            "encvoy.contact",
            Owner.APPLICATION,
            SettingType.text(200),
            Optional.empty(),
            "none",
            "contact shown to users without access and on error pages. An e-mail address, an `https://` address or a "
                    + "phone number becomes a link");

    public static final Setting<String> ISSUER = new Setting<>(
            "encvoy.issuer",
            Owner.APPLICATION,
            SettingType.choice("address", "root"),
            "address",
            "`address`: the address at which the application finds the discovery document",
            "the issuer that the application expects. `root`: it was given the addresses below `/api/oidc` by hand and "
                    + "compares the issuer with the address of the server, as with Encvoy ID. Only in the root realm");

    public static final Setting<String> TEMPLATE = new Setting<>(
            "encvoy.template",
            Owner.APPLICATION,
            SettingType.choice("gitlab", "grafana", "moodle", "nextcloud", "rocket-chat", "sentry"),
            "",
            "none",
            "the product from whose template the application was created. It decides which configuration is shown, and"
                    + " what is checked");

    /** Of an application and of a realm, where it means different things: it is not inherited. */
    public static final Setting<Boolean> CATALOG = new Setting<>(
            "encvoy.catalog",
            Owner.APPLICATION_AND_REALM,
            SettingType.flag(),
            false,
            "`false`",
            "realm: shows a catalogue, in which people find the applications that they may use. Application: lists it"
                    + " there; an application that a person created is listed once an administrator trusts it");

    public static final Setting<Optional<String>> CATALOG_TYPE = new Setting<>(
            "encvoy.catalog_type",
            Owner.APPLICATION,
            SettingType.text(50),
            Optional.empty(),
            "none: other applications",
            "the heading below which the catalogue lists the application, such as `Development`");

    private Settings() {}

    private static Setting<Boolean> flag(String name, String documentedDefault, String help) {
        return new Setting<>("encvoy." + name, Owner.APPLICATION, SettingType.flag(), false, documentedDefault, help);
    }

    private static Setting<Restriction> restriction(String name, String help) {
        return new Setting<>(
                "encvoy." + name,
                Owner.APPLICATION,
                Restriction.type(),
                Restriction.OFF,
                "`false`",
                help + ". Any other value restricts access like `true` and is logged");
    }

    /** In the order of the documentation. */
    public static List<Setting<?>> all() {
        return Stream.concat(
                        Stream.of(
                                SHOW_AUTHORIZATION_ERRORS,
                                AUTHORIZE_ONLY_ADMINS,
                                AUTHORIZE_ONLY_EMPLOYEES,
                                ALLOWED_EMAIL_DOMAINS,
                                REQUIRED_FIELDS,
                                ALWAYS_CHOOSE_SESSION,
                                ACCESS_TOKEN_TTL,
                                REFRESH_TOKEN_TTL,
                                CONTACT,
                                ISSUER,
                                TEMPLATE,
                                CATALOG,
                                CATALOG_TYPE,
                                ReleasePolicy.DEFAULT_FIELDS),
                        Stream.concat(RealmSettings.all().stream(), WidgetSettings.all().stream()))
                .toList();
    }
}
