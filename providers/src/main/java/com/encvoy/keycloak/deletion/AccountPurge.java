package com.encvoy.keycloak.deletion;

import java.util.List;

import org.jboss.logging.Logger;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.TimerProvider;

/**
 * Deletes the accounts of all realms that can no longer be restored. May run at any time and any number of times; in a
 * cluster, one node runs it.
 */
public final class AccountPurge {

    private static final Logger LOG = Logger.getLogger(AccountPurge.class);

    private static final String TASK = "encvoy-account-purge";

    /** Hourly: a server that restarts every night would never run a daily task. Most runs have nothing to search. */
    private static final int INTERVAL_SECONDS = 60 * 60;

    private static final int FIRST_SECONDS = 5 * 60;

    private AccountPurge() {}

    /** Lets Keycloak run it for as long as the server runs. */
    public static void schedule(KeycloakSessionFactory factory) {
        try (KeycloakSession session = factory.create()) {
            session.getProvider(TimerProvider.class)
                    .schedule(() -> runOnOneNode(factory), FIRST_SECONDS * 1000L, INTERVAL_SECONDS * 1000L, TASK);
        }
    }

    /** Outside of a transaction, because a run may take longer than one is allowed to. */
    private static void runOnOneNode(KeycloakSessionFactory factory) {
        try (KeycloakSession session = factory.create()) {
            session.getProvider(ClusterProvider.class).executeIfNotExecuted(TASK, INTERVAL_SECONDS, () -> {
                run(factory);
                return null;
            });
        } catch (RuntimeException e) {
            // An exception would end Keycloak's timer.
            LOG.errorf(e, "Accounts could not be purged. The next attempt is in %d seconds.", INTERVAL_SECONDS);
        }
    }

    /** Runs it now, on this node. */
    public static void run(KeycloakSessionFactory factory) {
        realms(factory).forEach(realm -> {
            try {
                new RealmPurge(factory, realm).run();
            } catch (RuntimeException e) {
                LOG.errorf(e, "The accounts of the realm with id %s could not be purged.", realm);
            }
        });
    }

    private static List<String> realms(KeycloakSessionFactory factory) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> session.realms()
                        .getRealmsStream()
                        .filter(PurgedDays::concern)
                        .map(RealmModel::getId)
                        .toList());
    }
}
