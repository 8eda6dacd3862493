package com.encvoy.keycloak.look;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

import com.encvoy.keycloak.memory.MemoryRealm;

import static org.assertj.core.api.Assertions.assertThat;

class BrandingPicturesTest {

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

    @ParameterizedTest
    @CsvSource({
        "/logo.png, '', /logo.png",
        "https://img.example.com/a.png, '',",
        "https://img.example.com/a.png, img.example.com, https://img.example.com/a.png",
        "https://IMG.example.com/a.png, 'x.org, img.EXAMPLE.com', https://IMG.example.com/a.png",
        "https://img.example.com:8443/a.png, img.example.com,",
        "https://img.example.com:8443/a.png, img.example.com:8443, https://img.example.com:8443/a.png",
        "https://a.img.example.com/a.png, img.example.com,"
    })
    void areOnThisHostOrOnOneThatIsListed(String logo, String hosts, String expected) {
        set("image_hosts", hosts);
        setOfApplication("show_avatar_in_widget", "true");
        setOfApplication("avatar", logo);

        assertThat(ofApplication.getLogo()).isEqualTo(expected);
    }

    @Test
    void areNotListedByTheApplicationItself() {
        setOfApplication("image_hosts", "img.example.com");
        setOfApplication("cover", "https://img.example.com/a.png");

        assertThat(ofApplication.getCover()).isNull();
    }

    @Test
    void ofTheLogoAreShownWhereThatIsWanted() {
        setOfApplication("avatar", "/logo.png");
        assertThat(ofApplication.getLogo()).isNull();
        set("show_avatar_in_widget", "true");
        assertThat(ofApplication.getLogo()).isEqualTo("/logo.png");
    }

    @ParameterizedTest
    @CsvSource({
        "'', /own.png, /realm.png, /own.png, /realm.png",
        "INHERIT, /own.png, /realm.png, /own.png, /realm.png",
        "INHERIT, '', /realm.png, /realm.png, /realm.png",
        "REPLACE, /own.png, /realm.png, /realm.png, /realm.png",
        "replace, /own.png, /realm.png, /realm.png, /realm.png",
        "REPLACE, /own.png, '', , ",
        "NONE, /own.png, /realm.png, /own.png, /realm.png",
        "NONE, '', /realm.png, , /realm.png"
    })
    void behindTheCardAreTheApplicationsOrTheRealmsByTheMode(
            String mode, String own, String ofTheRealm, String expected, String expectedOfRealm) {
        set("cover_mode", mode);
        set("cover", ofTheRealm);
        setOfApplication("cover", own);

        assertThat(ofApplication.getCover()).isEqualTo(expected);
        assertThat(ofRealm.getCover()).isEqualTo(expectedOfRealm);
    }
}
