package com.encvoy.keycloak.dashboard.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** The theme of the dashboard and its texts. */
final class Texts {

    /** Its templates and bundles; a theme that extends it can replace each of them. */
    private static final String THEME = "encvoy";

    private static final String TEMPLATE = "dashboard/shell.ftl";

    private static final String BUNDLE = "dashboard";

    private Texts() {}

    /** The realm's login theme if it has the dashboard's templates, as themes that extend ours have, else ours. */
    static Theme theme(KeycloakSession session) {
        try {
            Theme theme = session.theme().getTheme(Theme.Type.LOGIN);
            return theme.getTemplate(TEMPLATE) != null ? theme : session.theme().getTheme(THEME, Theme.Type.LOGIN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param areas whose bundles {@code dashboard-<area>} are used beside the bundle {@code dashboard} */
    static Properties messages(Theme theme, RealmModel realm, Locale language, Collection<String> areas) {
        try {
            Properties messages = new Properties();
            messages.putAll(theme.getMessages(BUNDLE, language));
            for (String area : areas) {
                messages.putAll(theme.getMessages(BUNDLE + "-" + area, language));
            }
            Map<String, String> ofRealm = realm.getRealmLocalizationTextsByLocale(language.toLanguageTag());
            if (ofRealm != null) {
                messages.putAll(ofRealm);
            }
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
