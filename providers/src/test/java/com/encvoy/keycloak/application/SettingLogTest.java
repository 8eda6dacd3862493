package com.encvoy.keycloak.application;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

import com.encvoy.keycloak.application.Setting.Owner;
import com.encvoy.keycloak.memory.LogLines;
import com.encvoy.keycloak.memory.MemoryRealm;

import static org.assertj.core.api.Assertions.assertThat;

class SettingLogTest {

    private final MemoryRealm memory = new MemoryRealm("SettingLogTest");
    private final RealmModel realm = memory.model();
    private final ClientModel client = memory.client("sentry");
    private final LogLines log = LogLines.of("com.encvoy.keycloak.settings");

    @AfterEach
    void leave() {
        log.close();
    }

    private static <T> Setting<T> setting(String key, Owner owner, SettingType<T> type, T defaultValue) {
        return new Setting<>(key, owner, type, defaultValue, "`default`", "for a test");
    }

    @Test
    void namesWhereAValueStandsThatIsNotAllowed() {
        client.setAttribute("a", "x");
        realm.setAttribute("a", "y");
        setting("a", Owner.APPLICATION_OR_REALM, SettingType.choice("b", "c"), "b")
                .valueFor(client);

        assertThat(log.lines())
                .containsExactly(
                        "WARN Client 'sentry' of realm 'SettingLogTest': a must be b, c; using the realm's"
                                + " value, or the default (default) instead.",
                        "WARN Realm 'SettingLogTest': a must be b, c; using the realm's"
                                + " value, or the default (default) instead.");
    }

    @Test
    void namesNoRealmForASettingOfApplicationsAlone() {
        client.setAttribute("b", "x");
        setting("b", Owner.APPLICATION, SettingType.flag(), true).valueFor(client);

        assertThat(log.lines())
                .singleElement()
                .asString()
                .endsWith(": b must be true or false; using the default (default) instead.");
    }

    @Test
    void saysNothingOfWhatIsUnsetOrAllowed() {
        client.setAttribute("c", "true");
        client.setAttribute("d", " ");
        client.setAttribute("e", "one, two");
        client.setAttribute("f", ", example.com");
        client.setAttribute("g", "false");
        setting("c", Owner.APPLICATION, SettingType.flag(), false).valueFor(client);
        setting("d", Owner.APPLICATION, SettingType.flag(), false).valueFor(client);
        setting("e", Owner.APPLICATION, SettingType.names("names", "names", List.of(), name -> true), Set.of())
                .valueFor(client);
        setting("f", Owner.APPLICATION, EmailDomains.type(), EmailDomains.ALL).valueFor(client);
        setting("g", Owner.APPLICATION, Restriction.type(), Restriction.OFF).valueFor(client);

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void saysThatARestrictionRestrictsWhichNameIsNoneAndWhatIsNoDomain() {
        client.setAttribute("h", "yes");
        client.setAttribute("i", ", one two");
        client.setAttribute("j", "https://example.com");
        setting("h", Owner.APPLICATION, Restriction.type(), Restriction.OFF).valueFor(client);
        setting("i", Owner.APPLICATION, SettingType.names("names", "short names", List.of(), "one"::equals), Set.of())
                .valueFor(client);
        setting("j", Owner.APPLICATION, EmailDomains.type(), EmailDomains.ALL).valueFor(client);

        assertThat(log.lines()).hasSize(3);
        assertThat(log.lines().get(0)).endsWith("; using true (restricts access) instead.");
        assertThat(log.lines().get(1)).endsWith("must be short names; using no value for this entry instead.");
        assertThat(log.lines().get(2)).endsWith("no domain for this entry instead.");
    }
}
