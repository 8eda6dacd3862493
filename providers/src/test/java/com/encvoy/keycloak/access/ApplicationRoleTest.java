package com.encvoy.keycloak.access;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemoryUser;

import static org.assertj.core.api.Assertions.assertThat;

class ApplicationRoleTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final ClientModel client = realm.client("sentry");
    private final MemoryUser ada = realm.user("ada");

    @ParameterizedTest
    @CsvSource({"OWNER, true, true", "EDITOR, true, true", "USER, true, false", "encvoy.blocked, false, false"})
    void aRoleMakesAMemberOrAnAdministrator(String role, boolean member, boolean administrator) {
        ada.grantRole(client.addRole(role));

        assertThat(ApplicationRole.isMember(client, ada)).isEqualTo(member);
        assertThat(AccessDecision.isAdministrator(client, ada)).isEqualTo(administrator);
    }

    @ParameterizedTest
    @CsvSource({"OWNER", "EDITOR", "USER"})
    void aRoleThatIsNotGrantedMakesNoMember(String role) {
        client.addRole(role);

        assertThat(ApplicationRole.isMember(client, ada)).isFalse();
        assertThat(AccessDecision.isAdministrator(client, ada)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"OWNER", "EDITOR", "USER"})
    void aRoleOfAnotherApplicationMakesNoMember(String role) {
        client.addRole(role);
        ada.grantRole(realm.client("grafana").addRole(role));

        assertThat(ApplicationRole.isMember(client, ada)).isFalse();
    }
}
