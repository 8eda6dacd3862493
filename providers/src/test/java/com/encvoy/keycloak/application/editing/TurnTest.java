package com.encvoy.keycloak.application.editing;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;

import static org.assertj.core.api.Assertions.assertThat;

class TurnTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);

    @Test
    void lastsUntilTheTransactionIsCompleted() {
        assertThat(Turn.take(session.model(), "save", "wiki")).isTrue();
        assertThat(Turn.take(session.model(), "save", "wiki"))
                .as("the same request")
                .isTrue();
        assertThat(session.singleUseObjects()).containsOnlyKeys("encvoy.turn.save.wiki");

        session.commit();

        assertThat(session.singleUseObjects()).isEmpty();
    }

    @Test
    void isTakenByOneRequestOnly() {
        session.singleUseObjects().put("encvoy.turn.save.wiki", 60L);

        assertThat(Turn.take(session.model(), "save", "wiki")).isFalse();
        assertThat(Turn.take(session.model(), "save", "chat")).isTrue();
    }

    @Test
    void endsWithATransactionThatFails() {
        Turn.take(session.model(), "save", "wiki");

        session.enlisted().forEach(transaction -> {
            transaction.begin();
            transaction.rollback();
        });

        assertThat(session.singleUseObjects()).isEmpty();
    }
}
