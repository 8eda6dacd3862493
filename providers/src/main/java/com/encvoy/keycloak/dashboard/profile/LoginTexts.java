package com.encvoy.keycloak.dashboard.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.look.SpokenLocale;

/** The texts of the realm's login pages, which name the fields of its user profile and say what is wrong with them. */
final class LoginTexts {

    private final Properties messages;
    private final Locale language;

    LoginTexts(Properties messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    static LoginTexts of(KeycloakSession session, Locale wanted) {
        RealmModel realm = session.getContext().getRealm();
        try {
            Theme theme = session.theme().getTheme(Theme.Type.LOGIN);
            Locale language = SpokenLocale.of(realm, theme, wanted);
            return new LoginTexts(theme.getEnhancedMessages(realm, language), language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a user profile says as {@code ${key}} or in its own words; empty for null. */
    String shown(Object text) {
        String given = text == null ? "" : text.toString();
        return given.startsWith("${") && given.endsWith("}")
                ? message(given.substring(2, given.length() - 1), List.of())
                : given;
    }

    /** @param key of a message, with or without {@code ${}}; any other text stays as it is */
    String message(String key, List<Object> parameters) {
        String name = key.startsWith("${") && key.endsWith("}") ? key.substring(2, key.length() - 1) : key;
        String text = messages.getProperty(name);
        return StringUtil.isBlank(text) ? name : new MessageFormat(text, language).format(parameters.toArray());
    }
}
