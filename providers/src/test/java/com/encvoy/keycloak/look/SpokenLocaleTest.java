package com.encvoy.keycloak.look;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class SpokenLocaleTest {

    private final RealmModel realm = Stub.of(RealmModel.class);
    private final Theme theme = Stub.of(Theme.class);

    private String spoken(String locales, String wanted) throws IOException {
        Properties properties = new Properties();
        if (locales != null) {
            properties.setProperty("locales", locales);
        }
        when(theme.getProperties()).thenReturn(properties);
        return SpokenLocale.of(realm, theme, Locale.forLanguageTag(wanted)).toLanguageTag();
    }

    @ParameterizedTest
    @CsvSource({
        "'de,en', de, de",
        "'de, en', de-AT, de-AT",
        "'de,pt_BR', pt-BR, pt-BR",
        "'de,en', ar, en",
        ", ar, ar",
        "'', ar, ar"
    })
    void isTheWantedOneIfTheThemeHasIt(String locales, String wanted, String spoken) throws IOException {
        assertThat(spoken(locales, wanted)).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource({"de, de", "ar, en", "'', en", ", en"})
    void isOtherwiseTheRealmsIfTheThemeHasThat(String ofRealm, String spoken) throws IOException {
        when(realm.getDefaultLocale()).thenReturn(ofRealm);

        assertThat(spoken("de,en", "fa")).isEqualTo(spoken);
    }

    @Test
    void isTheWantedOneIfTheRealmHasTranslatedThePages() throws IOException {
        when(realm.getRealmLocalizationTextsByLocale("ar")).thenReturn(Map.of("encvoyCodeTitle", "x"));

        assertThat(spoken("de,en", "ar")).isEqualTo("ar");
    }

    @Test
    void isTheWantedOneIfThePropertiesCannotBeRead() throws IOException {
        when(theme.getProperties()).thenThrow(new IOException("gone"));

        assertThat(SpokenLocale.of(realm, theme, Locale.forLanguageTag("ar")).toLanguageTag())
                .isEqualTo("ar");
    }
}
