package com.encvoy.keycloak.application;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

import com.encvoy.keycloak.application.Setting.Owner;
import com.encvoy.keycloak.memory.MemoryRealm;

import static org.assertj.core.api.Assertions.assertThat;

class SettingTest {

    private static final String KEY = "encvoy.test";

    private final MemoryRealm memory = new MemoryRealm("encvoy");
    private final RealmModel realm = memory.model();
    private final ClientModel client = memory.client("sentry");

    private static Setting<String> setting(Owner owner) {
        return new Setting<>(KEY, owner, SettingType.choice("a", "b", "c"), "default", "`default`", "for a test");
    }

    private void values(String ofApplication, String ofRealm) {
        client.setAttribute(KEY, ofApplication);
        realm.setAttribute(KEY, ofRealm);
    }

    @ParameterizedTest
    @CsvSource({
        "APPLICATION_OR_REALM, a, b, a",
        "APPLICATION_OR_REALM, '', b, b",
        "APPLICATION_OR_REALM, ' ', b, b",
        "APPLICATION_OR_REALM, x, b, b",
        "APPLICATION_OR_REALM, x, x, default",
        "APPLICATION_OR_REALM, '', '', default",
        "APPLICATION_OR_REALM, ' a ', '', a",
        "APPLICATION, a, b, a",
        "APPLICATION, '', b, default",
        "APPLICATION_AND_REALM, a, b, a",
        "APPLICATION_AND_REALM, '', b, default",
        "REALM, a, b, b",
        "REALM, a, '', default"
    })
    void theApplicationComesBeforeTheRealmAndTheRealmBeforeTheDefault(
            Owner owner, String ofApplication, String ofRealm, String expected) {
        values(ofApplication, ofRealm);

        assertThat(setting(owner).valueFor(client)).isEqualTo(expected);
        assertThat(setting(owner).valueFor(realm, client)).isEqualTo(expected);
    }

    @Test
    void aPageOfNoApplicationHasTheRealms() {
        values("a", "b");

        assertThat(setting(Owner.APPLICATION_OR_REALM).valueFor(realm, null)).isEqualTo("b");
        assertThat(setting(Owner.APPLICATION_AND_REALM).valueFor(realm, null)).isEqualTo("b");
        assertThat(setting(Owner.APPLICATION).valueFor(realm, null)).isEqualTo("default");
    }

    @Test
    void eachOwnerIsAskedAlone() {
        values("a", "b");

        assertThat(setting(Owner.APPLICATION_OR_REALM).ofApplication(client)).contains("a");
        assertThat(setting(Owner.APPLICATION_OR_REALM).ofRealm(realm)).contains("b");
        assertThat(setting(Owner.REALM).ofApplication(client)).isEmpty();
        assertThat(setting(Owner.APPLICATION).ofRealm(realm)).isEmpty();
        assertThat(setting(Owner.APPLICATION).ofApplication(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"APPLICATION, application", "APPLICATION_OR_REALM, 'application, realm'", "REALM, realm"})
    void isDocumentedWithItsOwner(Owner owner, String expected) {
        Setting<String> setting = setting(owner);

        assertThat(setting.owner()).isEqualTo(expected);
        assertThat(setting.allowed()).isEqualTo("`a`, `b`, `c`");
        assertThat(setting.documentedDefault()).isEqualTo("`default`");
        assertThat(setting.help()).isEqualTo("for a test");
    }
}
