package com.encvoy.keycloak.deletion;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.storage.StorageId;

import com.encvoy.keycloak.access.DeletionMark;
import com.encvoy.keycloak.application.RealmSettings;
import com.encvoy.keycloak.application.editing.Turn;
import com.encvoy.keycloak.membership.Ownership;

/**
 * Deletes the account of a person at the person's request: marks it, so that it can be restored for some days
 * ({@link RealmSettings#DELETE_ACCOUNT_AFTER_DAYS}), or deletes it at once. Either way its sessions end, and
 * applications with a back-channel address are notified.
 */
public final class AccountDeletion {

    /** Details of the events; never renamed. */
    static final String DELETE_AFTER = "delete_after";

    static final String REQUESTED = "deletion_requested";

    private static final long DAY_MILLISECONDS = 24L * 60 * 60 * 1000;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    public AccountDeletion(KeycloakSession session, UserModel user) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.user = user;
    }

    /** For how many days the account could be restored; 0 if it would be deleted at once. */
    public int days() {
        return RealmSettings.DELETE_ACCOUNT_AFTER_DAYS.valueFor(realm, null);
    }

    /** The last day on which it could be restored. */
    public LocalDate lastDay() {
        return Days.of(Time.currentTimeMillis() + days() * DAY_MILLISECONDS);
    }

    /** The obstacle to a deletion; empty if there is none. */
    public Optional<Obstacle> obstacle() {
        if (!StorageId.isLocalStorage(user.getId()) || user.getFederationLink() != null) {
            return Optional.of(Obstacle.of(Obstacle.Kind.DIRECTORY));
        }
        if (days() > 0 && RestoringAction.isDisabled(realm)) {
            return Optional.of(Obstacle.of(Obstacle.Kind.UNAVAILABLE));
        }
        List<ClientModel> alone = new Ownership(session).ownedAlone(user);
        return alone.isEmpty() ? Optional.empty() : Optional.of(new Obstacle(Obstacle.Kind.LAST_OWNER, alone));
    }

    /** @return why nothing was done; empty if the account is marked or deleted */
    public Optional<Obstacle> request() {
        if (!hold(session, user.getId()) || !new Ownership(session).hold(user)) {
            return Optional.of(Obstacle.of(Obstacle.Kind.BUSY));
        }
        Optional<Obstacle> obstacle = obstacle();
        if (obstacle.isPresent() || DeletionMark.isOn(user)) {
            return obstacle;
        }
        return days() == 0 ? deleteNow() : mark();
    }

    private Optional<Obstacle> mark() {
        LocalDate day = lastDay();
        try {
            DeletionMark.set(user, day);
        } catch (ReadOnlyException e) {
            session.getTransactionManager().setRollbackOnly();
            return Optional.of(Obstacle.of(Obstacle.Kind.DIRECTORY));
        }
        RestoringAction.register(realm);
        PurgedDays.begin(realm);
        new AllSessions(session, user).end();
        event(EventType.UPDATE_PROFILE)
                .detail(Details.CONTEXT, REQUESTED)
                .detail(DELETE_AFTER, day.toString())
                .success();
        new DeletionMail(session, user).marked(day);
        return Optional.empty();
    }

    private Optional<Obstacle> deleteNow() {
        EventBuilder event = event(EventType.DELETE_ACCOUNT)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.REASON, REQUESTED);
        new AllSessions(session, user).end();
        if (!new UserManager(session).removeUser(realm, user)) {
            session.getTransactionManager().setRollbackOnly();
            event.error(Errors.USER_DELETE_ERROR);
            return Optional.of(Obstacle.of(Obstacle.Kind.BUSY));
        }
        event.success();
        return Optional.empty();
    }

    /**
     * Removes the mark.
     *
     * @return false if the account is just being deleted, or was
     */
    public boolean restore() {
        if (!hold(session, user.getId())
                || session.getProvider(UserProvider.class).getUserById(realm, user.getId()) == null) {
            return false;
        }
        String day = user.getFirstAttribute(DeletionMark.ATTRIBUTE);
        DeletionMark.remove(user);
        if (day != null) {
            event(EventType.UPDATE_PROFILE)
                    .detail(Details.CONTEXT, DeletionMark.ACTION)
                    .detail(DELETE_AFTER, day)
                    .success();
            new DeletionMail(session, user).restored();
        }
        return true;
    }

    /** Keeps others from marking, restoring or deleting the account until the transaction ends. */
    static boolean hold(KeycloakSession session, String userId) {
        return Turn.await(session, "encvoy.deletion." + userId);
    }

    private EventBuilder event(EventType type) {
        return new EventBuilder(realm, session, session.getContext().getConnection())
                .event(type)
                .client(session.getContext().getClient())
                .user(user);
    }
}
