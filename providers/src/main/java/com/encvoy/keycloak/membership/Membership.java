package com.encvoy.keycloak.membership;

import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

import com.encvoy.keycloak.access.ApplicationRole;
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

    private static void join(KeycloakSession session, String realmId, String clientId, String userId) {
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        ClientModel client = realm.getClientById(clientId);
        UserModel user = session.users().getUserById(realm, userId);
        if (client == null || user == null || ApplicationRole.isMember(client, user)) {
            return;
        }
        user.grantRole(client.getRole(ApplicationRole.USER.name()));
        if (user.isEmailVerified()) {
            Invitations.of(client)
                    .findOpenByEmail(user.getEmail())
                    .ifPresent(invitation -> Invitations.of(client).remove(invitation));
        }
    }
}
