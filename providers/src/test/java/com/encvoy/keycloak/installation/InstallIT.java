package com.encvoy.keycloak.installation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RealmRepresentation;

import com.encvoy.keycloak.installation.EncvoyTool.Answer;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docker/encvoy install} and {@code uninstall} on realms as people have them. */
@KeycloakServer
class InstallIT {

    private final TestServer server;
    private final EncvoyTool tool;

    InstallIT(TestServer server) {
        this.server = server;
        this.tool = new EncvoyTool(server.url(), TestRealm.of(server, "encvoy").sentry("/api/oidc"));
    }

    @ParameterizedTest
    @EnumSource(ExistingRealm.class)
    void aPlanChangesNothingASecondRunHasNothingToDoAndUninstallLeavesTheRealmAsItWas(ExistingRealm kind)
            throws Exception {
        TestRealm realm = kind.make(server);
        String before = RealmExport.of(realm);

        Answer plan = tool.install(realm.name(), "--client", "wiki");

        assertThat(plan.exitCode()).isZero();
        assertThat(plan.printed()).contains("run it again with --apply");
        assertThat(RealmExport.of(realm)).isEqualTo(before);

        Answer first = tool.install(realm.name(), "--apply", "--client", "wiki");
        String installed = RealmExport.of(realm);
        Answer again = tool.install(realm.name(), "--apply", "--client", "wiki");

        assertThat(first.exitCode()).as(first.printed()).isZero();
        assertThat(installed).isNotEqualTo(before);
        assertThat(again.exitCode()).isZero();
        assertThat(again.printed()).contains("Nothing to do.").doesNotContain("  add ", "  change ", "  update ");
        assertThat(RealmExport.of(realm)).isEqualTo(installed);

        Answer undone = tool.uninstall(realm.name(), "--apply");

        assertThat(undone.exitCode()).as(undone.printed()).isZero();
        assertThat(RealmExport.of(realm)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 40, 75})
    void aRunThatWasInterruptedIsContinued(int writes) throws Exception {
        TestRealm realm = ExistingRealm.OWN.make(server);
        String before = RealmExport.of(realm);
        try (InterruptingProxy proxy = new InterruptingProxy(server.url(), writes)) {
            EncvoyTool unlucky = new EncvoyTool(proxy.url(), realm.sentry("/api/oidc"));
            assertThat(unlucky.install(realm.name(), "--apply").exitCode()).isEqualTo(3);
        }

        Answer continued = tool.install(realm.name(), "--apply");

        assertThat(continued.exitCode()).as(continued.printed()).isZero();
        String complete = RealmExport.of(realm);
        assertThat(tool.install(realm.name(), "--apply").printed()).contains("Nothing to do.");
        assertThat(tool.uninstall(realm.name(), "--apply").exitCode()).isZero();
        assertThat(RealmExport.of(realm)).isEqualTo(before);
        tool.install(realm.name(), "--apply");
        assertThat(RealmExport.of(realm)).isEqualTo(complete);
    }

    @Test
    void uninstallRefusesWhatWasChangedSince() throws Exception {
        TestRealm realm = tool.installed(server, ExistingRealm.BARE);
        RealmRepresentation change = new RealmRepresentation();
        change.setLoginTheme("keycloak.v2");
        realm.admin().update(change);
        String export = RealmExport.of(realm);

        Answer refused = tool.uninstall(realm.name(), "--apply");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.printed()).contains("conflict    realm:loginTheme", "realm keycloak.v2, written encvoy");
        assertThat(RealmExport.of(realm)).isEqualTo(export);

        assertThat(tool.uninstall(realm.name(), "--apply", "--leave-changed").exitCode())
                .isZero();
        assertThat(realm.admin().toRepresentation().getLoginTheme()).isEqualTo("keycloak.v2");
        assertThat(realm.admin().toRepresentation().getBrowserFlow()).isEqualTo("browser");
    }

    @Test
    void partsAreInstalledAloneAndTheNextRunKeepsToThem() throws Exception {
        TestRealm realm = ExistingRealm.BARE.make(server);

        tool.install(realm.name(), "--apply", "--part", "endpoints,look");

        RealmRepresentation representation = realm.admin().toRepresentation();
        assertThat(representation.getLoginTheme()).isEqualTo("encvoy");
        assertThat(representation.getBrowserFlow()).isEqualTo("browser");
        assertThat(tool.install(realm.name(), "--apply").printed()).contains("Nothing to do.");
        assertThat(tool.install(realm.name(), "--json", "--part", "profile").printed())
                .contains("\"changes\" : true", "\"thing\" : \"profile:attributes/encvoy.blocked\"");
    }
}
