package com.encvoy.keycloak.application;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.encvoy.keycloak.application.Setting.Owner;

/**
 * Every setting of an application, with its key, type, default and meaning: the one table that code and README go by.
 * The keys are Encvoy ID's names of fields behind {@code encvoy.}; they are stored in realms and never change.
 */
public final class Settings {

    /** What the names of custom fields begin with, here and among the attributes of users. */
    public static final String CUSTOM_FIELD = "custom_fields.";

    private static final Set<String> FIELDS =
            Set.of("login", "email", "phone_number", "given_name", "family_name", "nickname", "picture", "birthdate");

    private static final Pattern CUSTOM_FIELDS = Pattern.compile("custom_fields\\.[A-Za-z0-9_-]+");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*(?::\\d{1,5})?");

    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9._-]{1,255}");

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

    static final Setting<Optional<String>> WIDGET_TITLE = widget(
            "widget_title",
            SettingType.text(200),
            Optional.empty(),
            "`APP_NAME`",
            "heading of the widget; in it `APP_NAME` (or `WIDGET_APP_NAME`) stands for the name of the application");

    static final Setting<String> BUTTON_COLOR = widget(
            "widget_colors.button_color", SettingType.color(), "#4c6ad4", "`#4c6ad4`", "background of primary buttons");

    static final Setting<String> FONT_COLOR = widget(
            "widget_colors.font_color",
            SettingType.color(),
            "#ffffff",
            "`#ffffff`",
            "text of primary buttons. Text that could not be read on the background (WCAG 2.2 AA, 4.5:1) becomes "
                    + "black or white, and the log says so");

    static final Setting<String> COLOR_SCHEME = widget(
            "color_scheme",
            SettingType.choice("auto", "light", "dark"),
            "auto",
            "`auto`",
            "light or dark pages, or as the person's system has it");

    static final Setting<Optional<URI>> AVATAR =
            widget("avatar", SettingType.image(), Optional.empty(), "none", "logo");

    static final Setting<Boolean> SHOW_AVATAR = widget(
            "show_avatar_in_widget",
            SettingType.flag(),
            false,
            "`false`",
            "the logo stands on the tile above the card, in place of the mark of Encvoy ID");

    static final Setting<Optional<URI>> COVER = widget(
            "cover",
            SettingType.image(),
            Optional.empty(),
            "none",
            "picture behind the card, where the window is wider than 440 px");

    static final Setting<String> COVER_MODE = new Setting<>(
            "encvoy.cover_mode",
            Owner.REALM,
            SettingType.choice("NONE", "INHERIT", "REPLACE"),
            "INHERIT",
            "`INHERIT`",
            "whether the realm's picture is shown for no application, for those that have none, or for all");

    static final Setting<Set<String>> IMAGE_HOSTS = new Setting<>(
            "encvoy.image_hosts",
            Owner.REALM,
            SettingType.names(
                    "host names, separated by spaces or commas",
                    "host names such as static.example.com",
                    name -> HOST.matcher(name).matches()),
            Set.of(),
            "none",
            "from where pictures may be loaded, beside this host. They also"
                    + " have to be in `img-src` of the realm's content security policy");

    static final Setting<Boolean> HIDE_CREATE_ACCOUNT =
            widget("hide_widget_create_account", SettingType.flag(), false, "`false`", "no link to *Create account*");

    static final Setting<Boolean> HIDE_FOOTER =
            widget("hide_widget_footer", SettingType.flag(), false, "`false`", "no `encvoy.copyright`");

    static final Setting<Optional<String>> COPYRIGHT = new Setting<>(
            "encvoy.copyright",
            Owner.REALM,
            SettingType.text(200),
            Optional.empty(),
            "none",
            "text in the footer of the card");

    static final Setting<Set<String>> BIG_PROVIDERS = widget(
            "big_providers",
            SettingType.names(
                    "aliases of identity providers, separated by spaces or commas",
                    "aliases of identity providers",
                    name -> ALIAS.matcher(name).matches()),
            Set.of(),
            "none",
            "those that are buttons of full width, in this order; the others are round icons, from the sixth on "
                    + "behind *…*");

    static final Setting<Boolean> HIDE_LOGOS_OF_BIG_PROVIDERS = widget(
            "hide_avatars_of_big_providers",
            SettingType.flag(),
            false,
            "`false`",
            "no logos in the buttons of full width");

    static final Setting<Optional<String>> INFO = widget(
            "widget_info",
            SettingType.html(10_000),
            Optional.empty(),
            "none",
            "text, lists and links inside the card, above the footer. Scripts, styles, pictures and forms are "
                    + "taken out");

    static final Setting<Optional<String>> INFO_OUT =
            widget("widget_info_out", SettingType.html(10_000), Optional.empty(), "none", "the same, below the card");

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

    private static <T> Setting<T> widget(
            String name, SettingType<T> type, T defaultValue, String documentedDefault, String help) {
        return new Setting<>("encvoy." + name, Owner.APPLICATION_OR_REALM, type, defaultValue, documentedDefault, help);
    }

    /** In the order of the documentation. */
    public static List<Setting<?>> all() {
        return List.of(
                SHOW_AUTHORIZATION_ERRORS,
                AUTHORIZE_ONLY_ADMINS,
                AUTHORIZE_ONLY_EMPLOYEES,
                ALLOWED_EMAIL_DOMAINS,
                REQUIRED_FIELDS,
                ALWAYS_CHOOSE_SESSION,
                ACCESS_TOKEN_TTL,
                REFRESH_TOKEN_TTL,
                CONTACT,
                WIDGET_TITLE,
                BUTTON_COLOR,
                FONT_COLOR,
                COLOR_SCHEME,
                AVATAR,
                SHOW_AVATAR,
                COVER,
                COVER_MODE,
                IMAGE_HOSTS,
                HIDE_CREATE_ACCOUNT,
                HIDE_FOOTER,
                COPYRIGHT,
                BIG_PROVIDERS,
                HIDE_LOGOS_OF_BIG_PROVIDERS,
                INFO,
                INFO_OUT);
    }
}
