package com.encvoy.keycloak.look;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.WeakHashMap;
import java.util.function.Supplier;

import org.keycloak.models.RealmModel;
import org.keycloak.services.util.LocaleUtil;
import org.keycloak.theme.Theme;

import com.encvoy.keycloak.application.LruCache;

/**
 * What pages take from a theme, remembered: Keycloak merges some thousand texts and reads the theme's properties for
 * every page anew, a third of what a page costs. Themes that the server does not keep are forgotten with the theme.
 */
final class ThemeResourceCache {

    /** Entries kept per theme. One per locale suffices unless realms override messages. */
    private static final int MAX_ENTRIES_PER_THEME = 64;

    /**
     * Everything that the result depends on beside the theme.
     *
     * @param texts the realm's own, in the order in which they are looked up
     */
    private record Key(Locale locale, List<Map.Entry<Locale, Properties>> texts, boolean dark) {}

    /**
     * @param messages the texts, not to be changed
     * @param attributes what templates see of the theme
     */
    record Entry(Properties messages, Map<String, Object> attributes) {}

    private final boolean enabled;
    private final Map<Theme, LruCache<Key, Entry>> themes = Collections.synchronizedMap(new WeakHashMap<>());

    /** @param enabled whether anything is remembered at all */
    ThemeResourceCache(boolean enabled) {
        this.enabled = enabled;
    }

    /** @param load works it out; without texts it failed and is not remembered */
    Entry get(Theme theme, RealmModel realm, Locale locale, Supplier<Entry> load) {
        if (!enabled) {
            return load.get();
        }
        Key key = new Key(
                locale,
                List.copyOf(LocaleUtil.getRealmLocalizationTexts(realm, locale).entrySet()),
                realm.getAttribute("darkMode", true));
        LruCache<Key, Entry> ofTheme = themes.computeIfAbsent(theme, unknown -> new LruCache<>(MAX_ENTRIES_PER_THEME));
        Entry known = ofTheme.get(key);
        if (known == null) {
            known = load.get();
            if (!known.messages().isEmpty()) {
                ofTheme.put(key, known);
            }
        }
        return known;
    }
}
