package com.encvoy.keycloak.membership;

import java.util.Optional;

import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.ReadOnlyException;

import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.access.Invitation;
import com.encvoy.keycloak.access.Invitations;
import com.encvoy.keycloak.application.AfterCommit;

/** Membership in an application: having one of its roles. */
public final class Membership {

    private static final Logger LOG = Logger.getLogger(Membership.class);

    private Membership() {}

    /**
     * Makes a user who has signed in a member and consumes the invitation. Clients without the role {@code USER} have
     * no members.
     */
    public static void grant(KeycloakSession session, ClientModel client, UserModel user) {
        if (client.getRole(ApplicationRole.USER.name()) == null || ApplicationRole.isMember(client, user)) {
            return;
        }
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        String realmId = client.getRealm().getId();
        String clientId = client.getId();
        String userId = user.getId();
        // In a separate transaction: otherwise one of two concurrent first logins would fail.
        AfterCommit.run(session, () -> {
            try {
                KeycloakModelUtils.runJobInTransaction(factory, job -> join(job, realmId, clientId, userId));
            } catch (RuntimeException e) {
                LOG.debugf(
                        e,
                        "Membership of user '%s' was granted by a concurrent login, or will be at the next one",
                        userId);
            }
        });
    }

    /**
     * Makes an invited user a member at once and consumes the invitation.
     *
     * @return whether the user is a member now; false if no open invitation of the user's verified address is left
     * @throws org.keycloak.storage.ReadOnlyException if the user's storage refuses the role
     */
    static boolean accept(KeycloakSession session, ClientModel client, UserModel user) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        String realmId = client.getRealm().getId();
        String clientId = client.getId();
        String userId = user.getId();
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(factory, job -> {
                Joining joining = Joining.of(job, realmId, clientId, userId);
                return joining != null && (joining.isMember() || (joining.isInvited() && joining.join()));
            });
        } catch (ReadOnlyException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.debugf(e, "User '%s' joins by two requests at once", userId);
            return KeycloakModelUtils.runJobInTransactionWithResult(factory, job -> {
                Joining joining = Joining.of(job, realmId, clientId, userId);
                return joining != null && joining.isMember();
            });
        }
    }

    private static void join(KeycloakSession session, String realmId, String clientId, String userId) {
        Joining joining = Joining.of(session, realmId, clientId, userId);
        if (joining != null && !joining.isMember()) {
            joining.join();
        }
    }

    /** A user and an application in a transaction of their own. */
    private record Joining(ClientModel client, UserModel user) {

        /** @return null if one of them is gone */
        static Joining of(KeycloakSession session, String realmId, String clientId, String userId) {
            RealmModel realm = session.realms().getRealm(realmId);
            session.getContext().setRealm(realm);
            ClientModel client = realm.getClientById(clientId);
            UserModel user = session.users().getUserById(realm, userId);
            return client == null || user == null ? null : new Joining(client, user);
        }

        boolean isMember() {
            return ApplicationRole.isMember(client, user);
        }

        boolean isInvited() {
            return invitation().isPresent();
        }

        private Optional<Invitation> invitation() {
            return user.isEmailVerified() ? Invitations.of(client).findOpenByEmail(user.getEmail()) : Optional.empty();
        }

        boolean join() {
            user.grantRole(client.getRole(ApplicationRole.USER.name()));
            invitation().ifPresent(Invitations.of(client)::remove);
            return true;
        }
    }
}
