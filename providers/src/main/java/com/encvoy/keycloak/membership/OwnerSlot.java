package com.encvoy.keycloak.membership;

import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Lets one transaction at a time, on all nodes, take an owner from an application. Two owners who step down at the same
 * moment would otherwise both see the other one remain.
 */
final class OwnerSlot extends AbstractKeycloakTransaction {

    private static final Logger LOG = Logger.getLogger(OwnerSlot.class);

    private static final String PREFIX = "encvoy.owners.";

    /** In seconds: how long a node that dies keeps the others waiting, and how long a transaction may take. */
    private static final long LIFESPAN = 60;

    private static final int ATTEMPTS = 10;
    private static final int PAUSE_MILLISECONDS = 100;

    private final KeycloakSessionFactory factory;
    private final String key;

    private OwnerSlot(KeycloakSessionFactory factory, String key) {
        this.factory = factory;
        this.key = key;
    }

    /**
     * Takes the slot until the session's transaction is committed or rolled back. What is read from the database
     * afterwards includes what the transactions before this one have changed.
     *
     * @return false if other transactions had it for a second
     */
    static boolean take(KeycloakSession session, ClientModel client) {
        String key = PREFIX + client.getId();
        if (session.getAttribute(key) != null) {
            return true;
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (session.singleUseObjects().putIfAbsent(key, LIFESPAN)) {
                session.setAttribute(key, true);
                session.getTransactionManager()
                        .enlistAfterCompletion(new OwnerSlot(session.getKeycloakSessionFactory(), key));
                return true;
            }
            if (!pause()) {
                return false;
            }
        }
        return false;
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    protected void commitImpl() {
        release();
    }

    @Override
    protected void rollbackImpl() {
        release();
    }

    private void release() {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    factory, job -> job.singleUseObjects().remove(key));
        } catch (RuntimeException e) {
            LOG.debugf(e, "The slot '%s' will be free in %d seconds", key, LIFESPAN);
        }
    }
}
