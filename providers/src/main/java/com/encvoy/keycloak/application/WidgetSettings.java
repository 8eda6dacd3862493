package com.encvoy.keycloak.application;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.encvoy.keycloak.application.Setting.Owner;

/**
 * The settings of the login widget: how the pages of an application look. Most of them can be set for the realm too, as
 * the default of its applications.
 */
public final class WidgetSettings {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*(?::\\d{1,5})?");

    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9._-]{1,255}");

    public static final Setting<Optional<String>> WIDGET_TITLE = widget(
            "widget_title",
            SettingType.text(200),
            Optional.empty(),
            "`APP_NAME`",
            "heading of the widget; in it `APP_NAME` (or `WIDGET_APP_NAME`) stands for the name of the application");

    public static final Setting<String> BUTTON_COLOR = widget(
            "widget_colors.button_color", SettingType.color(), "#4c6ad4", "`#4c6ad4`", "background of primary buttons");

    public static final Setting<String> FONT_COLOR = widget(
            "widget_colors.font_color",
            SettingType.color(),
            "#ffffff",
            "`#ffffff`",
            "text of primary buttons. Text that could not be read on the background (WCAG 2.2 AA, 4.5:1) becomes "
                    + "black or white, and the log says so");

    public static final Setting<String> COLOR_SCHEME = widget(
            "color_scheme",
            SettingType.choice("auto", "light", "dark"),
            "auto",
            "`auto`",
            "light or dark pages, or as the person's system has it");

    public static final Setting<Optional<URI>> AVATAR =
            widget("avatar", SettingType.image(), Optional.empty(), "none", "logo");

    public static final Setting<Boolean> SHOW_AVATAR = widget(
            "show_avatar_in_widget",
            SettingType.flag(),
            false,
            "`false`",
            "the logo stands on the tile above the card, in place of the mark of Encvoy ID");

    public static final Setting<Optional<URI>> COVER = widget(
            "cover",
            SettingType.image(),
            Optional.empty(),
            "none",
            "picture behind the card, where the window is wider than 440 px");

    public static final Setting<String> COVER_MODE = new Setting<>(
            "encvoy.cover_mode",
            Owner.REALM,
            SettingType.choice("NONE", "INHERIT", "REPLACE"),
            "INHERIT",
            "`INHERIT`",
            "whether the realm's picture is shown for no application, for those that have none, or for all");

    public static final Setting<Set<String>> IMAGE_HOSTS = new Setting<>(
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

    public static final Setting<Boolean> HIDE_CREATE_ACCOUNT =
            widget("hide_widget_create_account", SettingType.flag(), false, "`false`", "no link to *Create account*");

    public static final Setting<Boolean> HIDE_FOOTER =
            widget("hide_widget_footer", SettingType.flag(), false, "`false`", "no `encvoy.copyright`");

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
                    name -> ALIAS.matcher(name).matches()),
            Set.of(),
            "none",
            "those that are buttons of full width, in this order; the others are round icons, from the sixth on "
                    + "behind *…*");

    public static final Setting<Boolean> HIDE_LOGOS_OF_BIG_PROVIDERS = widget(
            "hide_avatars_of_big_providers",
            SettingType.flag(),
            false,
            "`false`",
            "no logos in the buttons of full width");

    public static final Setting<Optional<String>> INFO = widget(
            "widget_info",
            SettingType.html(10_000),
            Optional.empty(),
            "none",
            "text, lists and links inside the card, above the footer. Scripts, styles, pictures and forms are "
                    + "taken out");

    public static final Setting<Optional<String>> INFO_OUT =
            widget("widget_info_out", SettingType.html(10_000), Optional.empty(), "none", "the same, below the card");

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
