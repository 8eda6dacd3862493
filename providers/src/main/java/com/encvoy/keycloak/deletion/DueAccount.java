package com.encvoy.keycloak.deletion;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.utils.KeycloakModelUtils;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.access.DeletionMark;
import com.encvoy.keycloak.membership.Ownership;

/** An account that could no longer be restored when it was found. */
final class DueAccount {

    private static final Logger LOG = Logger.getLogger(DueAccount.class);

    /** Detail of the events, and value of {@link DeletionMark#HELD}. */
    private static final String LAST_OWNER = "last_owner";

    private final KeycloakSessionFactory factory;
    private final String realmId;
    private final String userId;
    private final LocalDate day;

    DueAccount(KeycloakSessionFactory factory, String realmId, String userId, LocalDate day) {
        this.factory = factory;
        this.realmId = realmId;
        this.userId = userId;
        this.day = day;
    }

    /**
     * Deletes it in a transaction of its own, unless it was restored. If that fails, or the person has become the last
     * owner of an application, it is tried again a day later.
     *
     * @return false if nothing changed
     */
    boolean settle() {
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(factory, this::purge);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The account with id %s could not be deleted. The next attempt is tomorrow.", userId);
            return postpone();
        }
    }

    private boolean postpone() {
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
                RealmModel realm = session.realms().getRealm(realmId);
                session.getContext().setRealm(realm);
                UserModel user = session.users().getUserById(realm, userId);
                if (user != null && AccountDeletion.hold(session, userId) && isDue(session, realm)) {
                    DeletionMark.set(user, Days.today());
                    return true;
                }
                return user == null;
            });
        } catch (RuntimeException e) {
            LOG.debugf(e, "The account with id %s could not be marked again", userId);
            return false;
        }
    }

    private boolean purge(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        if (!AccountDeletion.hold(session, userId)) {
            return false;
        }
        UserModel user = session.users().getUserById(realm, userId);
        if (user == null || !isDue(session, realm)) {
            return user == null;
        }
        Ownership ownership = new Ownership(session);
        if (!ownership.hold(user)) {
            return false;
        }
        List<ClientModel> alone = ownership.ownedAlone(user);
        if (alone.isEmpty()) {
            delete(session, realm, user);
        } else {
            keep(session, realm, user, alone);
        }
        return true;
    }

    /** Whether the mark is still there, past the cache: it may just have been removed on another node. */
    private boolean isDue(KeycloakSession session, RealmModel realm) {
        UserModel stored = session.getProvider(UserProvider.class).getUserById(realm, userId);
        return stored != null && DeletionMark.day(stored).filter(day::equals).isPresent();
    }

    private void delete(KeycloakSession session, RealmModel realm, UserModel user) {
        EventBuilder event = event(session, realm, user, EventType.DELETE_ACCOUNT);
        if (!new UserManager(session).removeUser(realm, user)) {
            throw new IllegalStateException("Keycloak did not remove the user");
        }
        event.success();
    }

    private void keep(KeycloakSession session, RealmModel realm, UserModel user, List<ClientModel> alone) {
        DeletionMark.set(user, Days.today());
        if (LAST_OWNER.equals(user.getFirstAttribute(DeletionMark.HELD))) {
            return;
        }
        user.setSingleAttribute(DeletionMark.HELD, LAST_OWNER);
        String applications = alone.stream().map(ClientModel::getClientId).collect(Collectors.joining(" "));
        LOG.warnf(
                "The account with id %s of realm '%s' is not deleted as long as it is the only owner of: %s. Appoint "
                        + "another owner in the dashboard.",
                userId, realm.getName(), applications);
        event(session, realm, user, EventType.DELETE_ACCOUNT)
                .detail("applications", applications)
                .error(Errors.USER_DELETE_ERROR);
    }

    private EventBuilder event(KeycloakSession session, RealmModel realm, UserModel user, EventType type) {
        return new EventBuilder(realm, session)
                .event(type)
                .client(ApplicationPermissions.DASHBOARD_CLIENT)
                .user(user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.REASON, AccountDeletion.REQUESTED)
                .detail(AccountDeletion.DELETE_AFTER, day.toString());
    }
}
