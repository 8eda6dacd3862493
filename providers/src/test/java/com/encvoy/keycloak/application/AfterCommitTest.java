package com.encvoy.keycloak.application;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;

import static org.assertj.core.api.Assertions.assertThat;

class AfterCommitTest {

    private final MemorySession session = new MemorySession(new MemoryRealm("encvoy"));
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void aTaskRunsOnceTheTransactionHasBeenCommitted() {
        AfterCommit.run(session.model(), runs::incrementAndGet);

        assertThat(runs).hasValue(0);
        session.commit();
        assertThat(runs).hasValue(1);
    }

    @Test
    void aTaskDoesNotRunIfTheTransactionIsRolledBack() {
        AfterCommit.run(session.model(), runs::incrementAndGet);

        session.enlisted().forEach(task -> {
            task.begin();
            task.rollback();
        });

        assertThat(runs).hasValue(0);
    }
}
