package com.encvoy.keycloak.application;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.encvoy.keycloak.application.Setting.Owner;

/**
 * The settings of the login widget: the look of an application's pages. Most of them can also be set on the realm, as
 * the default for its applications.
 */
public final class WidgetSettings {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*(?::\\d{1,5})?");

    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9._-]{1,255}");

    public static final Setting<Optional<String>> WIDGET_TITLE = widget(
            "widget_title",
            SettingType.text(200),
            Optional.empty(),
            "`APP_NAME`",
            "heading of the widget; `APP_NAME` (or `WIDGET_APP_NAME`) is replaced with the name of the "
                    + "application");

    public static final Setting<String> BUTTON_COLOR = widget(
            "widget_colors.button_color", SettingType.color(), "#4c6ad4", "`#4c6ad4`", "background of primary buttons");

    public static final Setting<String> FONT_COLOR = widget(
            "widget_colors.font_color",
            SettingType.color(),
            "#ffffff",
            "`#ffffff`",
            "text of primary buttons. If its contrast with the background is below 4.5:1 (WCAG 2.2 "
                    + "AA), black or white is used instead and this is logged");

    public static final Setting<String> COLOR_SCHEME = widget(
            "color_scheme",
            SettingType.choice("auto", "light", "dark"),
            "auto",
            "`auto`",
            "light or dark pages, or the system preference (`auto`)");

    public static final Setting<Optional<URI>> AVATAR =
            widget("avatar", SettingType.image(), Optional.empty(), "none", "logo");

    public static final Setting<Boolean> SHOW_AVATAR = widget(
            "show_avatar_in_widget",
            SettingType.flag(),
            false,
            "`false`",
            "shows the logo on the tile above the card instead of the Encvoy ID mark");

    public static final Setting<Optional<URI>> COVER = widget(
            "cover",
            SettingType.image(),
            Optional.empty(),
            "none",
            "picture behind the card, in windows wider than 440 px");

    public static final Setting<String> COVER_MODE = new Setting<>(
            "encvoy.cover_mode",
            Owner.REALM,
            SettingType.choice("NONE", "INHERIT", "REPLACE"),
            "INHERIT",
            "`INHERIT`",
            "applications that show the realm's picture: none, those without their own, or all");

    public static final Setting<Set<String>> IMAGE_HOSTS = new Setting<>(
            "encvoy.image_hosts",
            Owner.REALM,
            SettingType.names(
                    "host names, separated by spaces or commas",
                    "host names such as static.example.com",
                    List.of(),
                    name -> HOST.matcher(name).matches()),
            Set.of(),
            "none",
            "hosts that pictures may be loaded from, in addition to this host. They must also be "
                    + "listed in `img-src` of the realm's content security policy");

    public static final Setting<Boolean> HIDE_CREATE_ACCOUNT = widget(
            "hide_widget_create_account", SettingType.flag(), false, "`false`", "hides the *Create account* link");

    public static final Setting<Boolean> HIDE_FOOTER =
            widget("hide_widget_footer", SettingType.flag(), false, "`false`", "hides `encvoy.copyright`");

    public static final Setting<Optional<String>> COPYRIGHT = new Setting<>(
            "encvoy.copyright",
            Owner.REALM,
            SettingType.text(200),
            Optional.empty(),
            "none",
            "text in the footer of the card");

    public static final Setting<Set<String>> BIG_PROVIDERS = widget(
            "big_providers",
            SettingType.names(
                    "aliases of identity providers, separated by spaces or commas",
                    "aliases of identity providers",
                    List.of(),
                    name -> ALIAS.matcher(name).matches()),
            Set.of(),
            "none",
            "identity providers shown as full-width buttons, in this order; the others are round "
                    + "icons, from the sixth on behind *…*");

    public static final Setting<Boolean> HIDE_LOGOS_OF_BIG_PROVIDERS = widget(
            "hide_avatars_of_big_providers",
            SettingType.flag(),
            false,
            "`false`",
            "hides the logos in full-width buttons");

    public static final Setting<Optional<String>> INFO = widget(
            "widget_info",
            SettingType.html(10_000),
            Optional.empty(),
            "none",
            "text, lists and links inside the card, above the footer. Scripts, styles, pictures and "
                    + "forms are removed");

    public static final Setting<Optional<String>> INFO_OUT = widget(
            "widget_info_out",
            SettingType.html(10_000),
            Optional.empty(),
            "none",
            "like `encvoy.widget_info`, below the card");

    private WidgetSettings() {}

    private static <T> Setting<T> widget(
            String name, SettingType<T> type, T defaultValue, String documentedDefault, String help) {
        return new Setting<>("encvoy." + name, Owner.APPLICATION_OR_REALM, type, defaultValue, documentedDefault, help);
    }

    /** In the order of the documentation. */
    static List<Setting<?>> all() {
        return List.of(
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
