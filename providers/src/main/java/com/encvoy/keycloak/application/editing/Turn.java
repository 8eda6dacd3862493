package com.encvoy.keycloak.application.editing;

import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Serialises requests whose decision depends on what they have read, on all nodes: from the moment one takes its turn
 * until its transaction is completed, no other can.
 */
public final class Turn extends AbstractKeycloakTransaction {

    /** Seconds after which the turn of a node that died ends. */
    private static final long LIFESPAN = 60;

    private static final int ATTEMPTS = 10;
    private static final int PAUSE_MILLISECONDS = 100;

    private static final Logger LOG = Logger.getLogger(Turn.class);

    private final KeycloakSessionFactory factory;
    private final String key;

    private Turn(KeycloakSessionFactory factory, String key) {
        this.factory = factory;
        this.key = key;
    }

    /**
     * @param what is done, such as {@code application.save}
     * @param whose turn it is: an id of Keycloak's
     * @return false if another request has its turn; this one has to be refused, and may be sent again
     */
    public static boolean take(KeycloakSession session, String what, String whose) {
        return take(session, "encvoy.turn." + what + "." + whose);
    }

    private static boolean take(KeycloakSession session, String key) {
        if (session.getAttribute(key) != null) {
            return true;
        }
        if (!session.singleUseObjects().putIfAbsent(key, LIFESPAN)) {
            return false;
        }
        session.setAttribute(key, true);
        session.getTransactionManager().enlistAfterCompletion(new Turn(session.getKeycloakSessionFactory(), key));
        return true;
    }

    /**
     * Like {@link #take}, for short changes: waits for up to a second.
     *
     * @param key of the turn in Keycloak's single-use store
     * @return false if other requests had their turns all the time
     */
    public static boolean await(KeycloakSession session, String key) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (take(session, key)) {
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

    static Refusal refusal() {
        return Refusal.of("", "in_progress", "Another request is changing the same thing at this moment. Try again.");
    }

    @Override
    protected void commitImpl() {
        release();
    }

    @Override
    protected void rollbackImpl() {
        release();
    }

    /** The session of the request is over. */
    private void release() {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    factory, job -> job.singleUseObjects().remove(key));
        } catch (RuntimeException e) {
            LOG.debugf(e, "The turn '%s' ends in %d seconds", key, LIFESPAN);
        }
    }
}
