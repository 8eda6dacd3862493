package com.encvoy.keycloak.membership;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.access.MemoryCaller;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;
import com.encvoy.keycloak.memory.Outbox;

import static org.assertj.core.api.Assertions.assertThat;

class OwnershipTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final ClientModel sentry = realm.client("sentry");
    private final ClientModel grafana = realm.client("grafana");
    private final MemoryUser ada = realm.user("ada");
    private final Ownership ownership = new Ownership(session.model());

    @Test
    void onlyOwnersWhoCanActCount() {
        assertThat(ownership.hasOwner(sentry)).as("no such role").isFalse();
        ada.withRoles(sentry.addRole("OWNER"));
        assertThat(ownership.hasOwner(sentry)).isTrue();

        ada.with("encvoy.blocked", "sentry");
        assertThat(ownership.hasOwner(sentry)).isFalse();
        ada.with("encvoy.blocked", "grafana");
        assertThat(ownership.hasOwner(sentry)).isTrue();

        ada.setEnabled(false);
        assertThat(ownership.hasOwner(sentry)).isFalse();
        ada.setEnabled(true);
        ada.with("encvoy.delete_after", "2030-01-01");
        assertThat(ownership.hasOwner(sentry)).isFalse();
    }

    @Test
    void anApplicationIsOwnedAloneIfNobodyElseCanAct() {
        MemoryUser eve = realm.user("eve").withRoles(sentry.addRole("OWNER"));
        ada.withRoles(sentry.addRole("OWNER"), grafana.addRole("OWNER"), grafana.addRole("EDITOR"));
        assertThat(ownership.ownedAlone(ada)).containsExactly(grafana);
        assertThat(ownership.ownedAlone(eve)).isEmpty();

        eve.with("encvoy.delete_after", "2030-01-01");
        assertThat(ownership.ownedAlone(ada)).containsExactlyInAnyOrder(grafana, sentry);
        assertThat(ownership.ownedAlone(eve)).isEmpty();
        ada.with("encvoy.blocked", "grafana");
        assertThat(ownership.ownedAlone(ada)).as("she cannot act there").containsExactly(sentry);
    }

    @Test
    void oneRequestAtATimeDecidesOnTheOwners() {
        ada.withRoles(sentry.addRole("OWNER"), grafana.addRole("OWNER"));

        assertThat(ownership.hold(ada)).isTrue();

        assertThat(session.singleUseObjects()).containsOnlyKeys("encvoy.owners.sentry-id", "encvoy.owners.grafana-id");
    }

    @Test
    void theApplicationsOfAPersonAreCounted() {
        ada.withRoles(sentry.addRole("OWNER"), grafana.addRole("OWNER"), grafana.addRole("EDITOR"));

        assertThat(ownership.applicationsOf(ada)).isEqualTo(2);
    }

    @Test
    void anAdministratorHandsSeveralOverAndLearnsWhatFailed() throws Exception {
        new Outbox(session);
        MemoryCaller callers = new MemoryCaller(realm, session);
        ClientModel account = realm.client("account");

        assertThat(ownership.handOver(List.of(sentry, account, grafana), ada, callers.managerOfUsers("root")))
                .containsOnlyKeys(account);

        assertThat(ownership.hasOwner(sentry)).isTrue();
        assertThat(ownership.hasOwner(grafana)).isTrue();
        assertThat(ownership.handOver(List.of(sentry), realm.user("eve"), callers.of(realm.user("bob"))))
                .containsOnlyKeys(sentry);
    }
}
