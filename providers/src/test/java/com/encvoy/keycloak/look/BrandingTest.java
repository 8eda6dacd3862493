package com.encvoy.keycloak.look;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

import com.encvoy.keycloak.memory.LogLines;
import com.encvoy.keycloak.memory.MemoryRealm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class BrandingTest {

    private final MemoryRealm memory = new MemoryRealm("encvoy");
    private final RealmModel realm = memory.model();
    private final ClientModel client = memory.client("sentry");
    private final Branding ofApplication = new Branding(realm, client);
    private final Branding ofRealm = new Branding(realm, null);

    private void set(String key, String value) {
        realm.setAttribute("encvoy." + key, value);
    }

    private void setOfApplication(String key, String value) {
        client.setAttribute("encvoy." + key, value);
    }

    @Test
    void withoutSettingsEverythingIsAsEncvoyIdHasIt() {
        assertThat(ofApplication.getButtonColor()).isEqualTo("#4c6ad4");
        assertThat(ofApplication.getFontColor()).isEqualTo("#ffffff");
        assertThat(ofApplication.getColorScheme()).isEqualTo("auto");
        assertThat(ofApplication.getLogo()).isNull();
        assertThat(ofApplication.getCover()).isNull();
        assertThat(ofApplication.getCopyright()).isNull();
        assertThat(ofApplication.getInfo()).isNull();
        assertThat(ofApplication.getInfoOut()).isNull();
        assertThat(ofApplication.getBigProviders()).isEmpty();
        assertThat(ofApplication.isBigLogosHidden()).isFalse();
        assertThat(ofApplication.isCreateAccountHidden()).isFalse();
    }

    @Test
    void everySettingOfTheApplicationComesBeforeTheRealms() {
        set("color_scheme", "dark");
        set("big_providers", "google github");
        set("hide_avatars_of_big_providers", "true");
        set("hide_widget_create_account", "true");
        set("widget_info", "<p>realm</p>");
        setOfApplication("color_scheme", "light");
        setOfApplication("hide_widget_create_account", "false");
        setOfApplication("widget_info_out", "<p>out</p>");

        assertThat(ofApplication.getColorScheme()).isEqualTo("light");
        assertThat(ofRealm.getColorScheme()).isEqualTo("dark");
        assertThat(ofApplication.getBigProviders()).containsExactly("google", "github");
        assertThat(ofApplication.isBigLogosHidden()).isTrue();
        assertThat(ofApplication.isCreateAccountHidden()).isFalse();
        assertThat(ofRealm.isCreateAccountHidden()).isTrue();
        assertThat(ofApplication.getInfo()).isEqualTo("<p>realm</p>");
        assertThat(ofApplication.getInfoOut()).isEqualTo("<p>out</p>");
        assertThat(ofRealm.getInfoOut()).isNull();
    }

    @Nested
    @DisplayName("title")
    class Title {

        @ParameterizedTest
        @CsvSource({
            "'', Sentry",
            "Sign in, Sign in",
            "Sign in to APP_NAME, Sign in to Sentry",
            "Sign in to WIDGET_APP_NAME, Sign in to Sentry",
            "APP_NAME or APP_NAME, Sentry or APP_NAME",
            "APP_NAME or WIDGET_APP_NAME, APP_NAME or Sentry"
        })
        void namesTheApplicationOnce(String title, String expected) {
            when(client.getName()).thenReturn("Sentry");
            setOfApplication("widget_title", title);

            assertThat(ofApplication.getTitle()).isEqualTo(expected);
        }

        @Test
        void ofAPageWithoutApplicationIsTheRealmsOwn() {
            assertThat(ofRealm.getTitle()).isNull();
            set("widget_title", "Welcome to APP_NAME");
            assertThat(ofRealm.getTitle()).isEqualTo("Welcome to encvoy");
        }

        @Test
        void takesANameAsItIs() {
            when(client.getName()).thenReturn("$1 APP_NAME \\");
            setOfApplication("widget_title", "APP_NAME");

            assertThat(ofApplication.getTitle()).isEqualTo("$1 APP_NAME \\");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "#4c6ad4, #ffffff, #ffffff",
        "#4c6ad4, #4c6ad5, #ffffff",
        "#ffff00, #ffffff, #000000",
        "#000, #fff, #ffffff",
        "#767676, #ffffff, #ffffff",
        "#777777, #ffffff, #000000"
    })
    void textThatCouldNotBeReadOnTheButtonIsBlackOrWhite(String button, String font, String expected) {
        setOfApplication("widget_colors.button_color", button);
        setOfApplication("widget_colors.font_color", font);
        set("widget_colors.button_color", button);
        set("widget_colors.font_color", font);

        assertThat(ofApplication.getFontColor()).isEqualTo(expected);
        assertThat(ofRealm.getFontColor()).isEqualTo(expected);
    }

    @Test
    void theFooterIsTheRealmsUnlessItIsHidden() {
        setOfApplication("copyright", "Another one");
        assertThat(ofApplication.getCopyright()).isNull();
        set("copyright", "© Encvoy");
        assertThat(ofApplication.getCopyright()).isEqualTo("© Encvoy");
        setOfApplication("hide_widget_footer", "true");
        assertThat(ofApplication.getCopyright()).isNull();
        assertThat(ofRealm.getCopyright()).isEqualTo("© Encvoy");
    }

    @Test
    void theLogSaysWhatIsShownOtherwiseThanItIsSet() {
        set("cover", "https://img.example.net/a.png");
        set("widget_colors.button_color", "#fefefe");
        try (LogLines log = LogLines.of("com.encvoy.keycloak.settings")) {
            ofRealm.getCover();
            ofRealm.getFontColor();
            ofRealm.getButtonColor();

            assertThat(log.lines()).hasSize(2);
            assertThat(log.lines().get(0)).contains("Realm 'encvoy': encvoy.cover must be on this host");
            assertThat(log.lines().get(1))
                    .contains("Realm 'encvoy'", "readable on #fefefe (contrast 4.5:1); using #000000");
        }
    }
}
