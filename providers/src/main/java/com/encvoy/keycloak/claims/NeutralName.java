package com.encvoy.keycloak.claims;

import java.io.IOException;
import java.util.Locale;

import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;
import org.keycloak.utils.StringUtil;

/** What people are called who show applications no name: a word for a person in the language of the realm. */
final class NeutralName {

    private static final Logger LOG = Logger.getLogger(NeutralName.class);

    private static final String KEY = "encvoyNeutralName";

    private static final String ENGLISH = "User";

    private NeutralName() {}

    static String of(KeycloakSession session, RealmModel realm) {
        String language = realm.isInternationalizationEnabled() ? realm.getDefaultLocale() : null;
        Locale locale = StringUtil.isBlank(language) ? Locale.ENGLISH : Locale.forLanguageTag(language);
        try {
            String word = session.theme()
                    .getTheme(Theme.Type.LOGIN)
                    .getEnhancedMessages(realm, locale)
                    .getProperty(KEY);
            return StringUtil.isBlank(word) ? ENGLISH : word;
        } catch (IOException e) {
            LOG.errorf(e, "The texts of realm '%s' could not be read", realm.getName());
            return ENGLISH;
        }
    }
}
