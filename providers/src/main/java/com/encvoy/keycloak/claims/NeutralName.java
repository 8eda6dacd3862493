package com.encvoy.keycloak.claims;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.WeakHashMap;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.option.LruCache;

/** The name of people who show no name to applications: a word for a person in the language of the realm. */
final class NeutralName {

    private static final Logger LOG = Logger.getLogger(NeutralName.class);

    private static final String KEY = "encvoyNeutralName";

    private static final String ENGLISH = "User";

    /** Keycloak merges all messages of a theme, thousands, each time they are asked for. */
    private static final Map<Theme, LruCache<Key, String>> WORDS = Collections.synchronizedMap(new WeakHashMap<>());

    private static final int WORDS_OF_THEME = 64;

    /**
     * Everything besides the theme that the word depends on.
     *
     * @param ofRealm what a realm says instead, in the languages that are tried
     */
    private record Key(Locale locale, List<String> ofRealm) {}

    private NeutralName() {}

    static String of(KeycloakSession session, RealmModel realm) {
        String language = realm.isInternationalizationEnabled() ? realm.getDefaultLocale() : null;
        Locale locale = StringUtil.isBlank(language) ? Locale.ENGLISH : Locale.forLanguageTag(language);
        try {
            Theme theme = session.theme().getTheme(Theme.Type.LOGIN);
            LruCache<Key, String> known = WORDS.computeIfAbsent(theme, unknown -> new LruCache<>(WORDS_OF_THEME));
            Key key = new Key(locale, ofRealm(realm, locale));
            String word = known.get(key);
            if (word == null) {
                word = theme.getEnhancedMessages(realm, locale).getProperty(KEY, ENGLISH);
                known.put(key, word);
            }
            return StringUtil.isBlank(word) ? ENGLISH : word;
        } catch (IOException e) {
            LOG.errorf(e, "The texts of realm '%s' could not be read", realm.getName());
            return ENGLISH;
        }
    }

    private static List<String> ofRealm(RealmModel realm, Locale locale) {
        return Stream.concat(
                        ResourceBundle.Control.getControl(ResourceBundle.Control.FORMAT_DEFAULT)
                                .getCandidateLocales(KEY, locale)
                                .stream(),
                        Stream.of(Locale.ENGLISH))
                .map(tried -> realm.getRealmLocalizationTextsByLocale(tried.toLanguageTag()))
                .map(texts -> texts == null ? "" : texts.getOrDefault(KEY, ""))
                .toList();
    }
}
