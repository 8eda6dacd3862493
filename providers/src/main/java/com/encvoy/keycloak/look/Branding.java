package com.encvoy.keycloak.look;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.Contrast;
import com.encvoy.keycloak.application.RealmName;
import com.encvoy.keycloak.application.Setting;
import com.encvoy.keycloak.application.WidgetSettings;
import com.encvoy.keycloak.application.option.SettingsLog;

/**
 * The branding of an application's pages: the validated settings available to a theme. The application's settings take
 * precedence over the realm's, and those over the defaults.
 */
public final class Branding {

    private final RealmModel realm;
    private final ClientModel client;

    /** @param client null if the page does not belong to an application */
    public Branding(RealmModel realm, ClientModel client) {
        this.realm = realm;
        this.client = client;
    }

    /**
     * Heading of the widget; null if there is neither an application nor a title, in which case the theme shows the
     * realm's name.
     */
    public String getTitle() {
        String name =
                client == null ? RealmName.of(realm) : Application.of(client).title();
        return WidgetSettings.WIDGET_TITLE
                .valueFor(realm, client)
                .map(title -> title.contains("WIDGET_APP_NAME")
                        ? replaceFirst(title, "WIDGET_APP_NAME", name)
                        : replaceFirst(title, "APP_NAME", name))
                .orElse(client == null ? null : name);
    }

    private static String replaceFirst(String text, String variable, String value) {
        int at = text.indexOf(variable);
        return at < 0 ? text : text.substring(0, at) + value + text.substring(at + variable.length());
    }

    /** Background of primary buttons, {@code #rrggbb}. */
    public String getButtonColor() {
        return WidgetSettings.BUTTON_COLOR.valueFor(realm, client);
    }

    /** Text colour of primary buttons, {@code #rrggbb}, readable on {@link #getButtonColor}. */
    public String getFontColor() {
        String button = getButtonColor();
        String font = WidgetSettings.FONT_COLOR.valueFor(realm, client);
        if (Contrast.ratio(font, button) >= Contrast.AA) {
            return font;
        }
        String readable = Contrast.readableOn(button);
        SettingsLog.warn(
                client == null ? "Realm '" + realm.getName() + "'" : Application.where(client),
                WidgetSettings.FONT_COLOR.key(),
                font + button,
                "readable on " + button + " (contrast 4.5:1)",
                readable);
        return readable;
    }

    /** {@code auto}, {@code light} or {@code dark}. */
    public String getColorScheme() {
        return WidgetSettings.COLOR_SCHEME.valueFor(realm, client);
    }

    /** URL of the logo; null if the Encvoy ID mark is shown. */
    public String getLogo() {
        return WidgetSettings.SHOW_AVATAR.valueFor(realm, client)
                ? address(WidgetSettings.AVATAR, WidgetSettings.AVATAR.valueFor(realm, client))
                : null;
    }

    /** URL of the application's own logo, whether or not its pages show it; null if it has none. */
    public String getAvatar() {
        return address(
                WidgetSettings.AVATAR,
                WidgetSettings.AVATAR.ofApplication(client).flatMap(avatar -> avatar));
    }

    /** URL of the picture behind the card; null if there is none. */
    public String getCover() {
        Optional<URI> own = WidgetSettings.COVER.ofApplication(client).flatMap(cover -> cover);
        Optional<URI> ofRealm = WidgetSettings.COVER.ofRealm(realm).flatMap(cover -> cover);
        return address(
                WidgetSettings.COVER,
                switch (WidgetSettings.COVER_MODE.valueFor(realm, client)) {
                    case "REPLACE" -> ofRealm;
                    case "NONE" -> client == null ? ofRealm : own;
                    default -> own.or(() -> ofRealm);
                });
    }

    private String address(Setting<Optional<URI>> setting, Optional<URI> picture) {
        Set<String> hosts = WidgetSettings.IMAGE_HOSTS.valueFor(realm, null).stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Optional<URI> allowed = picture.filter(address -> address.getRawAuthority() == null
                || hosts.contains(address.getRawAuthority().toLowerCase(Locale.ROOT)));
        if (picture.isPresent() && allowed.isEmpty()) {
            SettingsLog.warn(
                    "Realm '" + realm.getName() + "'",
                    setting.key(),
                    picture.get().toString(),
                    "on this host or on one of " + WidgetSettings.IMAGE_HOSTS.key(),
                    "no picture");
        }
        return allowed.map(URI::toString).orElse(null);
    }

    public boolean isCreateAccountHidden() {
        return WidgetSettings.HIDE_CREATE_ACCOUNT.valueFor(realm, client);
    }

    /** Text of the footer; null if there is none. */
    public String getCopyright() {
        return WidgetSettings.HIDE_FOOTER.valueFor(realm, client)
                ? null
                : WidgetSettings.COPYRIGHT.valueFor(realm, client).orElse(null);
    }

    /** Aliases of the identity providers shown as full-width buttons, in order. */
    public List<String> getBigProviders() {
        return List.copyOf(WidgetSettings.BIG_PROVIDERS.valueFor(realm, client));
    }

    public boolean isBigLogosHidden() {
        return WidgetSettings.HIDE_LOGOS_OF_BIG_PROVIDERS.valueFor(realm, client);
    }

    /** Sanitised HTML inside the card; null if there is none. */
    public String getInfo() {
        return WidgetSettings.INFO.valueFor(realm, trusted()).orElse(null);
    }

    /** Sanitised HTML below the card; null if there is none. */
    public String getInfoOut() {
        return WidgetSettings.INFO_OUT.valueFor(realm, trusted()).orElse(null);
    }

    /** Null for an application whose owner could speak in the name of this server, beside the question for consent. */
    private ClientModel trusted() {
        return client == null || Application.of(client).untrustedCreator().isPresent() ? null : client;
    }
}
