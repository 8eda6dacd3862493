package com.encvoy.keycloak.access;

import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemoryUser;

import static org.assertj.core.api.Assertions.assertThat;

class ApplicationPermissionsTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final ClientModel client = realm.client("sentry");
    private final MemoryUser ada = realm.user("ada");

    @BeforeEach
    void management() {
        realm.client("realm-management");
    }

    /** @param roles that the token carries, as {@code client/role} */
    private boolean mayManage(ClientModel of, String... roles) {
        return new ApplicationPermissions(
                        ada, (client, role) -> Set.of(roles).contains(client.getClientId() + "/" + role))
                .mayManageMembers(realm.model(), of);
    }

    @ParameterizedTest
    @CsvSource({
        "sentry/OWNER, true",
        "sentry/EDITOR, true",
        "sentry/USER, false",
        "grafana/OWNER, false",
        "realm-management/manage-users, true",
        "realm-management/view-users, false",
        "sentry/manage-users, false"
    })
    void theRolesOfTheTokenDecide(String role, boolean may) {
        assertThat(mayManage(client, role)).isEqualTo(may);
    }

    @Test
    void rolesThatTheTokenDoesNotCarryDoNotCount() {
        ada.grantRole(client.addRole("OWNER"));

        assertThat(mayManage(client)).isFalse();
    }

    @Test
    void aBlockedOwnerMayNotButAnAdministratorOfTheRealmMay() {
        ada.with(AccessDecision.BLOCKED_ATTRIBUTE, "sentry");

        assertThat(mayManage(client, "sentry/OWNER")).isFalse();
        assertThat(mayManage(client, "realm-management/manage-users")).isTrue();
    }

    @Test
    void onlyAnAdministratorLearnsThatThereIsNoSuchApplication() {
        assertThat(mayManage(null, "sentry/OWNER")).isFalse();
        assertThat(mayManage(null, "realm-management/manage-users")).isTrue();
    }

    @Test
    void theRealmOfAdministratorsHasNoManagementClient() {
        realm.removeClient(realm.model().getClientByClientId("realm-management"));

        assertThat(mayManage(client, "realm-management/manage-users")).isFalse();
        assertThat(mayManage(client, "sentry/EDITOR")).isTrue();
    }
}
