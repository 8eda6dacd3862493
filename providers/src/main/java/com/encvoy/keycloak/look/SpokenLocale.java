package com.encvoy.keycloak.look;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;
import org.keycloak.utils.StringUtil;

/**
 * The language of a page. Keycloak has texts in about forty languages, a theme may have its own in some of them only. A
 * page that mixed the two could not even say whether it is read from left to right, so the whole page falls back.
 */
public final class SpokenLocale {

    /** The property of a theme that lists its languages, separated by commas. */
    private static final String LOCALES = "locales";

    /** A text of this pack. A realm that has it in a language of its own has translated the pages. */
    private static final String OWN_TEXT = "encvoyCodeTitle";

    private SpokenLocale() {}

    /**
     * @param wanted by the person or the realm
     * @return the wanted language if the theme or the realm has its texts, else the realm's default or English
     */
    public static Locale of(RealmModel realm, Theme theme, Locale wanted) {
        if (realm == null || has(realm, theme, wanted)) {
            return wanted;
        }
        String fallback = realm.getDefaultLocale();
        Locale ofRealm = StringUtil.isBlank(fallback) ? Locale.ENGLISH : Locale.forLanguageTag(fallback);
        return has(realm, theme, ofRealm) ? ofRealm : Locale.ENGLISH;
    }

    private static boolean has(RealmModel realm, Theme theme, Locale locale) {
        if (isOfTheme(theme, locale)) {
            return true;
        }
        Map<String, String> texts = realm.getRealmLocalizationTextsByLocale(locale.toLanguageTag());
        return texts != null && texts.containsKey(OWN_TEXT);
    }

    private static boolean isOfTheme(Theme theme, Locale locale) {
        try {
            String locales = theme.getProperties().getProperty(LOCALES);
            return StringUtil.isBlank(locales)
                    || Arrays.stream(locales.split(","))
                            .map(tag -> Locale.forLanguageTag(tag.strip().replace('_', '-')))
                            .anyMatch(own ->
                                    own.equals(locale) || own.toLanguageTag().equals(locale.getLanguage()));
        } catch (IOException e) {
            return true;
        }
    }
}
