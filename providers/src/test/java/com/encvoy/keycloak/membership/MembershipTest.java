package com.encvoy.keycloak.membership;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.access.Invitation;
import com.encvoy.keycloak.access.Invitations;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class MembershipTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final ClientModel client = realm.client("sentry");
    private final MemoryUser ada = realm.user("ada").withVerifiedEmail("ada@example.com");

    private void grant() {
        Membership.grant(session.model(), client, ada);
    }

    private boolean isMember() {
        return ada.hasRole(client.getRole("USER"));
    }

    @Test
    void aPersonWhoHasSignedInIsAMemberOnceTheLoginIsCommitted() {
        client.addRole("USER");
        grant();

        assertThat(isMember()).isFalse();
        session.commit();
        assertThat(isMember()).isTrue();
        verify(session.model().getContext()).setRealm(realm.model());
    }

    @Test
    void anApplicationWithoutTheRoleKeepsNoMembers() {
        grant();

        assertThat(session.enlisted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OWNER", "EDITOR", "USER"})
    void aMemberIsLeftAsItIs(String role) {
        client.addRole("USER");
        ada.grantRole(client.addRole(role));
        grant();

        assertThat(session.enlisted()).isEmpty();
    }

    @Test
    void aPersonWhoHasBecomeAnOwnerMeanwhileGetsNoOtherRole() {
        client.addRole("USER");
        grant();
        ada.grantRole(client.addRole("OWNER"));
        session.commit();

        assertThat(isMember()).isFalse();
    }

    @Test
    void anApplicationOrAPersonThatIsGoneMeanwhileIsNoError() {
        client.addRole("USER");
        grant();
        realm.removeUser(ada);
        assertThatCode(session::commit).doesNotThrowAnyException();
        assertThat(isMember()).isFalse();

        realm.removeClient(client);
        grant();
        assertThatCode(session::commit).doesNotThrowAnyException();
        assertThat(isMember()).isFalse();
    }

    @Test
    void aLoginDoesNotFailWhereTheTransactionDoes() {
        client.addRole("USER");
        grant();
        when(session.model().realms().getRealm("encvoy-id")).thenThrow(new IllegalStateException("conflict"));

        assertThatCode(session::commit).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInvitationIsConsumedWhereTheAddressIsVerified(boolean verified) {
        Invitations.of(client).add(Invitation.create("ada@example.com", 600, "grace-id"));
        Invitations.of(client).add(Invitation.create("bob@example.com", 600, "grace-id"));
        ada.setEmailVerified(verified);
        grant();
        session.commit();

        assertThat(isMember()).isTrue();
        assertThat(Invitations.of(client).findOpenByEmail("ada@example.com").isEmpty())
                .isEqualTo(verified);
        assertThat(Invitations.of(client).findOpenByEmail("bob@example.com")).isPresent();
    }
}
