package com.encvoy.keycloak.look;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

import com.encvoy.keycloak.look.ThemeResourceCache.Entry;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

class ThemeResourceCacheTest {

    private final ThemeResourceCache cache = new ThemeResourceCache(true);
    private final Theme theme = Stub.of(Theme.class);
    private final RealmModel realm = new MemoryRealm("encvoy").model();
    private final AtomicInteger loads = new AtomicInteger();

    @BeforeEach
    void darkByDefault() {
        when(realm.getAttribute(anyString(), anyBoolean())).thenReturn(true);
    }

    private Entry load(String text) {
        Properties messages = new Properties();
        if (text != null) {
            messages.setProperty("doLogIn", text);
        }
        return new Entry(messages, Map.of("number", loads.incrementAndGet()));
    }

    private Entry get(ThemeResourceCache from, Theme of, RealmModel by, Locale locale) {
        return from.get(of, by, locale, () -> load("Sign in"));
    }

    private Entry english() {
        return get(cache, theme, realm, Locale.ENGLISH);
    }

    @Test
    void whatPagesTakeIsLoadedOnce() {
        Entry first = english();

        assertThat(english()).isSameAs(first);
        assertThat(loads).hasValue(1);
    }

    @Test
    void whatIsSwitchedOffIsLoadedForEveryPage() {
        ThemeResourceCache off = new ThemeResourceCache(false);
        Entry first = get(off, theme, realm, Locale.ENGLISH);

        assertThat(get(off, theme, realm, Locale.ENGLISH)).isNotSameAs(first);
        assertThat(loads).hasValue(2);
    }

    @Test
    void everyThemeAndLanguageHasItsOwn() {
        english();
        get(cache, theme, realm, Locale.GERMAN);
        get(cache, Stub.of(Theme.class), realm, Locale.ENGLISH);

        assertThat(loads).hasValue(3);
    }

    @Test
    void realmsWithoutTextsOfTheirOwnShareIt() {
        RealmModel other = new MemoryRealm("other").model();
        when(other.getAttribute(anyString(), anyBoolean())).thenReturn(true);
        english();
        get(cache, theme, other, Locale.ENGLISH);

        assertThat(loads).hasValue(1);
    }

    @Test
    void aRealmWithTextsOfItsOwnHasItsOwn() {
        english();
        when(realm.getRealmLocalizationTextsByLocale("en")).thenReturn(Map.of("doLogIn", "Enter"));
        english();
        english();
        assertThat(loads).hasValue(2);

        when(realm.getRealmLocalizationTextsByLocale("en")).thenReturn(Map.of("doLogIn", "Come in"));
        english();
        assertThat(loads).hasValue(3);
    }

    @Test
    void aRealmWithoutDarkPagesHasItsOwn() {
        english();
        when(realm.getAttribute("darkMode", true)).thenReturn(false);
        english();

        assertThat(loads).hasValue(2);
    }

    @Test
    void aLoadThatFailedIsNotRemembered() {
        cache.get(theme, realm, Locale.ENGLISH, () -> load(null));

        assertThat(english().messages()).isNotEmpty();
        assertThat(loads).hasValue(2);
    }
}
