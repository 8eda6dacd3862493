package com.encvoy.keycloak.server.cost;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;

/**
 * Hibernate's log of statements, which it writes in the thread that executes them, and therefore in their transaction.
 * A transaction without a statement never reaches the database.
 */
final class StatementLog extends Handler {

    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");

    private final TransactionManager transactions;
    private final Set<Transaction> seen = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private StatementLog(TransactionManager transactions) {
        this.transactions = transactions;
    }

    static void attach(TransactionManager transactions) {
        SQL.addHandler(new StatementLog(transactions));
        SQL.setUseParentHandlers(false);
        SQL.setLevel(Level.FINE);
    }

    @Override
    public void publish(LogRecord statement) {
        Account.add("statement " + statement.getMessage());
        try {
            Transaction transaction = transactions.getTransaction();
            if (transaction == null || seen.add(transaction)) {
                Account.add("commit");
            }
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        // Nothing to release.
    }
}
