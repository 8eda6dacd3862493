package com.encvoy.keycloak.claims;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ThemeManager;
import org.keycloak.theme.Theme;

import com.encvoy.keycloak.stage.RequestSession;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class NeutralNameTest {

    private final RequestSession session = RequestSession.open();
    private final Theme theme = Stub.of(Theme.class);

    @BeforeEach
    void speakGerman() throws IOException {
        ThemeManager themes = Stub.of(ThemeManager.class);
        when(session.theme()).thenReturn(themes);
        when(themes.getTheme(Theme.Type.LOGIN)).thenReturn(theme);
        when(theme.getEnhancedMessages(any(), any())).thenReturn(new Properties());
        texts(Locale.GERMAN, "Benutzer");
        texts(Locale.ENGLISH, "Person");
        when(session.realm.isInternationalizationEnabled()).thenReturn(true);
        when(session.realm.getDefaultLocale()).thenReturn("de");
    }

    private void texts(Locale locale, String word) throws IOException {
        Properties texts = new Properties();
        texts.setProperty("encvoyNeutralName", word);
        when(theme.getEnhancedMessages(session.realm, locale)).thenReturn(texts);
    }

    private String name() {
        return NeutralName.of(session, session.realm);
    }

    @Test
    void isAWordOfTheRealmsLanguage() {
        assertThat(name()).isEqualTo("Benutzer");
    }

    @Test
    void isEnglishInARealmWithOneLanguage() {
        when(session.realm.isInternationalizationEnabled()).thenReturn(false);

        assertThat(name()).isEqualTo("Person");
    }

    @ParameterizedTest
    @CsvSource({"'', Person", ", Person", "pl, User"})
    void isEnglishWhereTheLanguageIsUnknown(String locale, String expected) {
        when(session.realm.getDefaultLocale()).thenReturn(locale);

        assertThat(name()).isEqualTo(expected);
    }

    @Test
    void isLookedUpOnce() throws IOException {
        name();

        assertThat(name()).isEqualTo("Benutzer");
        verify(theme).getEnhancedMessages(session.realm, Locale.GERMAN);
    }

    @Test
    void isAnotherOneOnceTheRealmSaysSo() throws IOException {
        name();
        when(session.realm.getRealmLocalizationTextsByLocale("de")).thenReturn(Map.of("encvoyNeutralName", "Mensch"));
        texts(Locale.GERMAN, "Mensch");

        assertThat(name()).isEqualTo("Mensch");
    }

    @Test
    void isEnglishWhereTheThemeCannotBeRead() throws IOException {
        when(session.theme().getTheme(Theme.Type.LOGIN)).thenThrow(new IOException("gone"));

        assertThat(name()).isEqualTo("User");
    }
}
