package com.encvoy.keycloak.application;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** What is to be done once the current transaction has been committed, and not at all if it is rolled back. */
public final class AfterCommit extends AbstractKeycloakTransaction {

    private final Runnable task;

    private AfterCommit(Runnable task) {
        this.task = task;
    }

    /** @param task must not use the session: it is about to be closed */
    public static void run(KeycloakSession session, Runnable task) {
        session.getTransactionManager().enlistAfterCompletion(new AfterCommit(task));
    }

    @Override
    protected void commitImpl() {
        task.run();
    }

    @Override
    protected void rollbackImpl() {
        // What the task follows from has not happened.
    }
}
