package com.encvoy.keycloak.application;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.encvoy.keycloak.application.Setting.Owner;

/**
 * Every setting of an application, with its key, type, default and meaning: the one table behind code and
 * documentation. The keys are Encvoy ID's field names with the prefix {@code encvoy.}; they are stored in realms and
 * never change. Those of the login widget are in {@link WidgetSettings}.
 */
public final class Settings {

    /** What the names of custom fields begin with, here and among the attributes of users. */
    public static final String CUSTOM_FIELD = "custom_fields.";

    private static final Set<String> FIELDS =
            Set.of("login", "email", "phone_number", "given_name", "family_name", "nickname", "picture", "birthdate");

    private static final Pattern CUSTOM_FIELDS = Pattern.compile("custom_fields\\.[A-Za-z0-9_-]+");

    static final Setting<Boolean> SHOW_AUTHORIZATION_ERRORS = flag(
            "show_authorization_errors",
            "`false` (client `sentry`: `true`)",
            "a refused authorization request ends on a page that says so instead of a redirect with `error=`, "
                    + "which Sentry would answer by"
                    + " asking again, for ever; `prompt=none` is always answered to the application");

    static final Setting<Restriction> AUTHORIZE_ONLY_ADMINS =
            restriction("authorize_only_admins", "only `OWNER` and `EDITOR` may sign in");

    static final Setting<Restriction> AUTHORIZE_ONLY_EMPLOYEES = restriction(
            "authorize_only_employees",
            "only people with a role of the application, or with an open invitation for their verified e-mail "
                    + "address, may sign in");

    static final Setting<EmailDomains> ALLOWED_EMAIL_DOMAINS = new Setting<>(
            "encvoy.allowed_email_domains",
            Owner.APPLICATION,
            SettingType.emailDomains(),
            EmailDomains.ALL,
            "none: every domain",
            "only verified addresses of these domains may sign in: `example.com` is that domain alone,"
                    + " `*.example.com` every one below it. An entry that is no domain admits nobody");

    static final Setting<Set<String>> REQUIRED_FIELDS = new Setting<>(
            "encvoy.required_fields",
            Owner.APPLICATION,
            SettingType.names(
                    "names of fields, separated by spaces or commas: `login`, `email`, `phone_number`, "
                            + "`given_name`, `family_name`,"
                            + " `nickname`, `picture`, `birthdate`, `custom_fields.<name>`",
                    "names of fields such as nickname or custom_fields.department",
                    name -> FIELDS.contains(name) || CUSTOM_FIELDS.matcher(name).matches()),
            Set.of(),
            "none",
            "who keeps one of them private, or has none, is asked at the login; what only administrators may edit "
                    + "is not asked for. A custom field also has to be among the options of the user profile's "
                    + "`public_profile_claims_oauth`");

    static final Setting<Boolean> ALWAYS_CHOOSE_SESSION =
            flag("always_choose_session", "`false`", "a browser that is signed in is asked whom to continue as");

    static final Setting<Optional<Integer>> ACCESS_TOKEN_TTL = new Setting<>(
            "encvoy.access_token_ttl",
            Owner.APPLICATION,
            SettingType.seconds(60, 86_400),
            Optional.empty(),
            "the realm's, 1800",
            "how long access tokens live; carried over to Keycloak's setting of the client");

    static final Setting<Optional<Integer>> REFRESH_TOKEN_TTL = new Setting<>(
            "encvoy.refresh_token_ttl",
            Owner.APPLICATION,
            SettingType.seconds(60, 31_536_000),
            Optional.empty(),
            "the realm's, 86400",
            "how long a refresh token lives without being used. Without offline access never longer"
                    + " than the session of the browser");

    static final Setting<Optional<String>> CONTACT = new Setting<>(
            "encvoy.contact",
            Owner.APPLICATION,
            SettingType.text(200),
            Optional.empty(),
            "none",
            "whom to ask for access, on the page of people who have none");

    private Settings() {}

    private static Setting<Boolean> flag(String name, String documentedDefault, String help) {
        return new Setting<>("encvoy." + name, Owner.APPLICATION, SettingType.flag(), false, documentedDefault, help);
    }

    private static Setting<Restriction> restriction(String name, String help) {
        return new Setting<>(
                "encvoy." + name,
                Owner.APPLICATION,
                SettingType.restriction(),
                Restriction.OFF,
                "`false`",
                help + ". Any other value restricts as `true` does, and the log says so");
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
                                CONTACT),
                        WidgetSettings.all().stream())
                .toList();
    }
}
