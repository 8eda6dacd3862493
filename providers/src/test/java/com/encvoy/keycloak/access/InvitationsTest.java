package com.encvoy.keycloak.access;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;

import com.encvoy.keycloak.memory.MemoryRealm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class InvitationsTest {

    private final ClientModel client = new MemoryRealm("encvoy").client("sentry");
    private final Invitations invitations = Invitations.of(client);

    private static Invitation invitation(String email, long created, long lifetime) {
        long now = Time.currentTimeMillis() / 1000;
        return new Invitation("id-of-" + email, email, now + created, now + created + lifetime, "grace-id");
    }

    private final Invitation open = invitation("ada@example.com", 0, 60);
    private final Invitation expired = invitation("old@example.com", -120, 60);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "bob@example.com", "ada@example.co", "old@example.com"})
    void noOpenInvitationIsFoundForAnotherAddress(String email) {
        invitations.add(open);
        invitations.add(expired);

        assertThat(invitations.findOpenByEmail(email)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "ADA@Example.com", " ada@example.com "})
    void anAddressIsFoundInWhateverCase(String email) {
        invitations.add(open);

        assertThat(invitations.findOpenByEmail(email)).contains(open);
    }

    @Test
    void anApplicationWithoutTheRoleHasNone() {
        assertThat(invitations.findOpenByEmail("ada@example.com")).isEmpty();
        assertThat(invitations.findById("1f")).isEmpty();
        assertThat(invitations.list()).isEmpty();
        assertThatCode(() -> invitations.remove(open)).doesNotThrowAnyException();
        assertThatCode(invitations::removeExpired).doesNotThrowAnyException();
        assertThat(client.getRole("USER")).isNull();
    }

    @Test
    void theFirstOneMakesTheRoleAndLaterOnesKeepIt() {
        invitations.add(open);
        RoleModel role = client.getRole("USER");
        invitations.add(expired);

        assertThat(client.getRole("USER")).isNotNull().isSameAs(role);
        assertThat(role.getAttributes())
                .containsOnlyKeys("encvoy.invitation.ada@example.com", "encvoy.invitation.old@example.com");
    }

    @Test
    void aNewOneReplacesTheEarlierOneOfTheSameAddress() {
        Invitation second = invitation("ada@example.com", 5, 60);
        invitations.add(open);
        invitations.add(second);

        assertThat(invitations.list()).containsExactly(second);
    }

    @Test
    void areListedByAgeAndAddressWhileTheyAreOpen() {
        Invitation oldest = invitation("zoe@example.com", -10, 60);
        Invitation bob = invitation("bob@example.com", 0, 60);
        invitations.add(bob);
        invitations.add(new Invitation("1", "ada@example.com", bob.created(), bob.expires(), "grace-id"));
        invitations.add(expired);
        invitations.add(oldest);

        assertThat(invitations.list())
                .extracting(Invitation::email)
                .containsExactly("zoe@example.com", "ada@example.com", "bob@example.com");
    }

    @Test
    void oneIsFoundByItsIdEvenAfterItHasExpired() {
        invitations.add(open);
        invitations.add(expired);

        assertThat(invitations.findById(expired.id())).contains(expired);
        assertThat(invitations.findById("other")).isEmpty();
    }

    @Test
    void whatElseIsStoredAtTheRoleIsLeftAlone() {
        RoleModel role = client.addRole("USER");
        role.setSingleAttribute("department", open.serialize());
        role.setSingleAttribute("encvoy.invitation.bob@example.com", "yes");

        assertThat(invitations.list()).isEmpty();
        assertThat(invitations.findOpenByEmail("bob@example.com")).isEmpty();
        invitations.removeExpired();
        assertThat(role.getAttributes()).hasSize(2);
    }

    @Test
    void onlyExpiredOnesAreCleared() {
        invitations.add(open);
        invitations.add(expired);

        invitations.removeExpired();

        assertThat(client.getRole("USER").getAttributes()).containsOnlyKeys("encvoy.invitation.ada@example.com");
    }

    @Test
    void aWithdrawnOneIsGone() {
        invitations.add(open);

        invitations.remove(open);

        assertThat(invitations.findById(open.id())).isEmpty();
    }

    @Test
    void aDeclinedOneIsListedAsSuchUntilItExpires() {
        invitations.add(open);
        invitations.add(expired.declinedNow());
        Invitation declined = invitations.decline(open);

        assertThat(invitations.list()).isEmpty();
        assertThat(invitations.findOpenByEmail("ada@example.com")).isEmpty();
        assertThat(invitations.declined()).containsExactly(declined);
        assertThat(invitations.findById(open.id())).contains(declined);
        invitations.removeExpired();
        assertThat(invitations.declined()).containsExactly(declined);
        assertThat(invitations.findById(expired.id())).isEmpty();
    }
}
