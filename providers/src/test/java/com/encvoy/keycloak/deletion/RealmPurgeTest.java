package com.encvoy.keycloak.deletion;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserProvider;

import com.encvoy.keycloak.access.DeletionMark;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;

class RealmPurgeTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final LocalDate today = Days.today();
    private final RealmPurge purge = new RealmPurge(session.model().getKeycloakSessionFactory(), "encvoy-id");

    @BeforeEach
    void begin() {
        PurgedDays.record(realm.model(), today.minusDays(5));
    }

    private MemoryUser marked(String name, LocalDate day) {
        MemoryUser user = realm.user(name);
        DeletionMark.set(user, day);
        return user;
    }

    private boolean exists(String name) {
        return session.model().users().getUserById(realm.model(), name + "-id") != null;
    }

    private String done() {
        return realm.model().getAttribute(PurgedDays.ATTRIBUTE);
    }

    private void run() {
        purge.run();
        session.commit();
    }

    @Test
    void accountsGoWhenTheirDayIsOver() {
        marked("early", today.minusDays(4));
        marked("yesterday", today.minusDays(1));
        marked("today", today);
        marked("later", today.plusDays(3));
        realm.user("unmarked");

        run();

        assertThat(exists("early")).isFalse();
        assertThat(exists("yesterday")).isFalse();
        assertThat(List.of("today", "later", "unmarked")).allMatch(this::exists);
        assertThat(done()).isEqualTo(today.minusDays(1).toString());
        assertThat(session.fired()).hasSize(2).allSatisfy(fired -> {
            Event event = (Event) fired;
            assertThat(event.getType()).isEqualTo(EventType.DELETE_ACCOUNT);
            assertThat(event.getClientId()).isEqualTo("encvoy-dashboard");
            assertThat(event.getDetails())
                    .containsEntry("reason", "deletion_requested")
                    .containsKeys("username", "delete_after");
        });
    }

    @Test
    void moreThanABatchIsDeleted() {
        IntStream.range(0, 250).forEach(number -> marked("user" + number, today.minusDays(2)));

        purge.run();

        assertThat(IntStream.range(0, 250).mapToObj(number -> "user" + number)).noneMatch(this::exists);
    }

    @Test
    void oneThatCannotBeDeletedStopsNoOtherAndIsTriedAgainADayLater() {
        MemoryUser stuck = marked("stuck", today.minusDays(2));
        marked("other", today.minusDays(2));
        UserProvider users = session.model().users();
        doThrow(new ModelException("no")).when(users).removeUser(any(), eq(stuck));

        run();

        assertThat(exists("other")).isFalse();
        assertThat(DeletionMark.day(stuck)).contains(today);
        assertThat(done()).isEqualTo(today.minusDays(1).toString());
    }

    @Test
    void aDayOfWhichOneIsLeftIsSearchedAgain() {
        marked("held", today.minusDays(3));
        marked("other", today.minusDays(3));
        session.singleUseObjects().put("encvoy.deletion.held-id", 60L);

        run();

        assertThat(exists("held")).isTrue();
        assertThat(exists("other")).isFalse();
        assertThat(done()).isEqualTo(today.minusDays(4).toString());
        session.singleUseObjects().clear();
        run();
        assertThat(exists("held")).isFalse();
        assertThat(done()).isEqualTo(today.minusDays(1).toString());
    }

    @Test
    void whoHasBecomeTheLastOwnerStaysAndAdministratorsAreToldOnce() {
        ClientModel sentry = realm.client("sentry");
        MemoryUser owner = marked("owner", today.minusDays(1)).withRoles(sentry.addRole("OWNER"));

        run();

        assertThat(DeletionMark.day(owner)).contains(today);
        assertThat(owner.getFirstAttribute("encvoy.deletion_held")).isEqualTo("last_owner");
        Event event = (Event) session.fired().get(0);
        assertThat(event.getType()).isEqualTo(EventType.DELETE_ACCOUNT_ERROR);
        assertThat(event.getError()).isEqualTo("user_delete_error");
        assertThat(event.getDetails()).containsEntry("applications", "sentry");

        DeletionMark.set(owner, today.minusDays(1));
        PurgedDays.record(realm.model(), today.minusDays(2));
        run();
        assertThat(exists("owner")).isTrue();
        assertThat(session.fired()).as("told once").hasSize(1);

        DeletionMark.set(owner, today.minusDays(1));
        PurgedDays.record(realm.model(), today.minusDays(2));
        realm.user("eve").withRoles(sentry.addRole("OWNER"));
        run();
        assertThat(exists("owner")).isFalse();
    }

    @Test
    void aRunWithNothingToDoChangesNothing() {
        PurgedDays.record(realm.model(), today.minusDays(1));
        marked("late", today.minusDays(1));

        run();

        assertThat(exists("late")).as("found when the day was searched").isTrue();
    }
}
