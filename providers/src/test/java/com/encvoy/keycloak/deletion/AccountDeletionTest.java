package com.encvoy.keycloak.deletion;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.email.EmailException;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RequiredActionProviderModel;

import com.encvoy.keycloak.access.DeletionMark;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;
import com.encvoy.keycloak.memory.Outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class AccountDeletionTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final ClientModel sentry = realm.client("sentry");
    private final MemoryUser ada =
            realm.user("ada").withVerifiedEmail("ada@example.com").with("locale", "de");
    private final AccountDeletion deletion = new AccountDeletion(session.model(), ada);
    private Outbox outbox;

    @BeforeEach
    void outbox() throws EmailException {
        outbox = new Outbox(session);
        when(realm.model().getSmtpConfig()).thenReturn(Map.of("host", "mail"));
        when(realm.model().getDisplayName()).thenReturn("Example");
        realm.client("encvoy-dashboard");
    }

    private void days(int days) {
        realm.model().setAttribute("encvoy.delete_account_after_days", String.valueOf(days));
    }

    private Event fired() {
        return (Event) session.fired().get(0);
    }

    @Test
    void anAccountIsMarkedForThirtyDaysAndThePersonIsToldUntilWhenItCanBeRestored() {
        LocalDate expected = Days.today().plusDays(30);

        assertThat(deletion.request()).isEmpty();

        assertThat(DeletionMark.day(ada)).contains(expected);
        assertThat(fired().getType()).isEqualTo(EventType.UPDATE_PROFILE);
        assertThat(fired().getDetails())
                .containsEntry("context", "deletion_requested")
                .containsEntry("delete_after", expected.toString());
        RequiredActionProviderModel action = realm.model().getRequiredActionProviderByAlias("encvoy-restore-account");
        assertThat(action.isEnabled()).isTrue();
        assertThat(action.isDefaultAction()).isFalse();
        outbox.work();
        Outbox.Sent mail = outbox.sent().get(0);
        assertThat(mail.address()).isEqualTo("ada@example.com");
        assertThat(mail.template()).isEqualTo("encvoy-account-to-be-deleted.ftl");
        assertThat(mail.shown())
                .containsEntry("application", "Example")
                .containsEntry("link", "https://id.example.com/realms/encvoy/dashboard");
        assertThat(mail.shown().get("until").toString())
                .startsWith(expected.getDayOfMonth() + ". ")
                .endsWith(String.valueOf(expected.getYear()));
    }

    @Test
    void theRealmSaysForHowLong() {
        days(3);

        deletion.request();

        assertThat(DeletionMark.day(ada)).contains(Days.today().plusDays(3));
    }

    @Test
    void anAccountThatIsMarkedKeepsItsDay() {
        DeletionMark.set(ada, LocalDate.of(2030, 1, 1));

        assertThat(deletion.request()).isEmpty();

        assertThat(DeletionMark.day(ada)).contains(LocalDate.of(2030, 1, 1));
        assertThat(session.fired()).isEmpty();
    }

    @Test
    void noMailGoesToAnAddressThatIsNotVerified() {
        ada.setEmailVerified(false);

        deletion.request();

        session.commit();
        assertThat(outbox.isIdle()).isTrue();
        assertThat(session.fired()).hasSize(1);
    }

    @Test
    void anAccountIsDeletedAtOnceIfTheRealmSaysSo() {
        days(0);

        assertThat(deletion.request()).isEmpty();

        assertThat(session.model().users().getUserById(realm.model(), "ada-id")).isNull();
        assertThat(fired().getType()).isEqualTo(EventType.DELETE_ACCOUNT);
        assertThat(fired().getDetails()).containsEntry("username", "ada").containsEntry("reason", "deletion_requested");
    }

    @Test
    void theLastOwnerStaysAndIsToldOfWhichApplications() {
        ada.withRoles(sentry.addRole("OWNER"));

        assertThat(deletion.request()).hasValueSatisfying(obstacle -> {
            assertThat(obstacle.kind()).isEqualTo(Obstacle.Kind.LAST_OWNER);
            assertThat(obstacle.applications()).containsExactly(sentry);
        });

        assertThat(DeletionMark.isOn(ada)).isFalse();
        realm.user("eve").withRoles(sentry.addRole("OWNER"));
        assertThat(deletion.request()).isEmpty();
    }

    @Test
    void theSecondOfTwoOwnersWhoGoAtTheSameMomentStays() {
        MemoryUser eve = realm.user("eve").withRoles(sentry.addRole("OWNER"));
        ada.withRoles(sentry.addRole("OWNER"));
        assertThat(deletion.request()).isEmpty();

        assertThat(new AccountDeletion(session.model(), eve).request())
                .map(Obstacle::kind)
                .contains(Obstacle.Kind.LAST_OWNER);
    }

    @Test
    void aRequestWaitsForAnotherOneThatChangesTheOwners() {
        ada.withRoles(sentry.addRole("OWNER"));
        session.singleUseObjects().put("encvoy.owners.sentry-id", 60L);

        assertThat(deletion.request()).map(Obstacle::kind).contains(Obstacle.Kind.BUSY);
    }

    @Test
    void anAccountOfADirectoryWouldComeBack() {
        ada.setFederationLink("ldap");

        assertThat(deletion.request()).map(Obstacle::kind).contains(Obstacle.Kind.DIRECTORY);
    }

    @Test
    void nothingIsMarkedThatCouldNotBeRestored() {
        RequiredActionProviderModel disabled = new RequiredActionProviderModel();
        disabled.setAlias(DeletionMark.ACTION);
        realm.model().addRequiredActionProvider(disabled);

        assertThat(deletion.request()).map(Obstacle::kind).contains(Obstacle.Kind.UNAVAILABLE);
        days(0);
        assertThat(deletion.obstacle()).isEmpty();
    }

    @Test
    void aRestoredAccountIsAsBeforeAndThePersonIsTold() {
        DeletionMark.set(ada, LocalDate.of(2030, 1, 1));

        assertThat(deletion.restore()).isTrue();

        assertThat(DeletionMark.isOn(ada)).isFalse();
        assertThat(fired().getType()).isEqualTo(EventType.UPDATE_PROFILE);
        assertThat(fired().getDetails())
                .containsEntry("context", "encvoy-restore-account")
                .containsEntry("delete_after", "2030-01-01");
        outbox.work();
        assertThat(outbox.sent()).extracting(Outbox.Sent::template).containsExactly("encvoy-account-restored.ftl");
    }

    @Test
    void anAccountThatIsJustBeingDeletedIsNotRestored() {
        DeletionMark.set(ada, LocalDate.of(2030, 1, 1));
        session.singleUseObjects().put("encvoy.deletion.ada-id", 60L);

        assertThat(deletion.restore()).isFalse();

        assertThat(DeletionMark.isOn(ada)).isTrue();
    }
}
