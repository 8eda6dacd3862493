package com.encvoy.keycloak.look;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Theme resources are cached separately for each language. */
@KeycloakServer
class TwoLanguagesIT {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/action-token\\S+");

    private final TestServer server;

    TwoLanguagesIT(TestServer server) {
        this.server = server;
    }

    @Test
    void aPageThatChangesItsLanguageHalfwaySpoilsNoOther() {
        TestRealm realm = TestRealm.copy(server, "languages", copy -> {});
        // The realm has texts of its own, so that no other test has seen these pages before.
        realm.admin().localization().createOrUpdateRealmLocalizationTexts("it", Map.of("noAccount", "Avanti, prego"));
        String rosa = realm.person("rosa", person -> {
            person.setEmailVerified(false);
            person.singleAttribute("locale", "it");
        });
        realm.admin().users().get(rosa).sendVerifyEmail();
        Matcher link = LINK.matcher(Mailbox.await("rosa@example.com", 1).text());
        assertThat(link.find()).isTrue();

        Browser halfway = new Browser(server.url()).reading("en").open(URI.create(link.group()));
        Browser afterwards = new Browser(server.url())
                .reading("it")
                .open(new Sentry(realm.sentry("/realms/languages/api/oidc"))
                        .startLogin()
                        .authorizationUrl());

        assertThat(halfway.status()).isEqualTo(200);
        assertThat(afterwards.status()).isEqualTo(200);
        assertThat(afterwards.pageId()).isEqualTo("login-login-username");
        assertThat(afterwards.source()).contains("lang=\"it\"", "Avanti, prego");
    }

    @Test
    void aPageIsInOneLanguageAndReadInItsDirection() {
        TestRealm realm = TestRealm.copy(server, "directions", copy -> {
            copy.setSupportedLocales(Set.of("ar", "en"));
            copy.setDefaultLocale("ar");
        });
        Sentry sentry = new Sentry(realm.sentry("/realms/directions/api/oidc"));
        try (Browser browser = new Browser(server.url()).reading("ar")) {
            browser.open(sentry.startLogin().authorizationUrl());
            assertThat(browser.source()).contains("lang=\"en\" dir=\"ltr\"", "Username, email or phone number");

            realm.admin()
                    .localization()
                    .createOrUpdateRealmLocalizationTexts(
                            "ar", Map.of("encvoyCodeTitle", "\u0627\u0644\u0631\u0645\u0632"));
            browser.open(sentry.startLogin().authorizationUrl());
            assertThat(browser.source()).contains("lang=\"ar\" dir=\"rtl\"");
        }
    }

    @Test
    void aTextThatAnAdministratorChangesIsSeenAtOnce() {
        TestRealm realm = TestRealm.copy(server, "texts", copy -> {});
        Sentry sentry = new Sentry(realm.sentry("/realms/texts/api/oidc"));
        assertThat(new Browser(server.url())
                        .reading("en")
                        .open(sentry.startLogin().authorizationUrl())
                        .source())
                .doesNotContain("Go on then");

        realm.admin().localization().createOrUpdateRealmLocalizationTexts("en", Map.of("noAccount", "Go on then"));

        assertThat(new Browser(server.url())
                        .reading("en")
                        .open(sentry.startLogin().authorizationUrl())
                        .source())
                .contains("Go on then");
    }
}
