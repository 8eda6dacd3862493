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

import com.encvoy.keycloak.application.option.LruCache;

/**
 * Caches the theme resources of pages: Keycloak merges thousands of messages and reads the theme's properties again for
 * every page, which is a third of its cost. Entries of a theme are released together with the theme if the server does
 * not cache it.
 */
final class ThemeResourceCache {

    /** Entries kept per theme. One per locale suffices unless realms override messages. */
    private static final int MAX_ENTRIES_PER_THEME = 64;

    /**
     * Everything besides the theme that the result depends on.
     *
     * @param texts the realm's own messages, in lookup order
     */
    private record Key(Locale locale, List<Map.Entry<Locale, Properties>> texts, boolean dark) {}

    /**
     * @param messages must not be modified
     * @param attributes of the theme, as templates see them
     */
    record Entry(Properties messages, Map<String, Object> attributes) {}

    private final boolean enabled;
    private final Map<Theme, LruCache<Key, Entry>> themes = Collections.synchronizedMap(new WeakHashMap<>());

    /** @param enabled whether to cache at all */
    ThemeResourceCache(boolean enabled) {
        this.enabled = enabled;
    }

    /** @param load computes the entry; an entry without messages indicates a failure and is not cached */
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
