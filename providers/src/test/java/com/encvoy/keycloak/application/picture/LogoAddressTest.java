package com.encvoy.keycloak.application.picture;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.application.WidgetSettings;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;

import static org.assertj.core.api.Assertions.assertThat;

class LogoAddressTest {

    private final Picture picture = new Picture(new byte[] {1}, "image/png");

    @Test
    void isBelowThePathOfTheServerAndASettingThatIsRead() {
        MemoryRealm realm = new MemoryRealm("a b");
        MemorySession session = new MemorySession(realm);
        session.setServer("https://id.example.com/auth/");

        String address =
                LogoAddress.of(session.model(), realm.model(), picture, "applications", "https://x.io/ü", "avatar");

        assertThat(address)
                .startsWith("/auth/realms/a%20b/api/applications/https")
                .endsWith("/avatar?v=4bf5122f");
        assertThat(WidgetSettings.AVATAR.accepts(address)).as(address).isTrue();
    }

    @Test
    void ofAServerWithoutAPathBeginsWithTheRealm() {
        MemoryRealm realm = new MemoryRealm("encvoy");

        assertThat(LogoAddress.of(new MemorySession(realm).model(), realm.model(), picture, "avatar"))
                .isEqualTo("/realms/encvoy/api/avatar?v=4bf5122f");
    }
}
