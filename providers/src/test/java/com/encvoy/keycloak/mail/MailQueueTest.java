package com.encvoy.keycloak.mail;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailQueueTest {

    private final MailQueue queue = new MailQueue();
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    private void fill() {
        for (int i = 0; i < MailQueue.LIMIT; i++) {
            queue.add(waiting::add, () -> {});
        }
    }

    @Test
    void takesNoMoreMailsThanItsLimit() {
        fill();

        assertThatThrownBy(() -> queue.add(waiting::add, () -> {})).isInstanceOf(RejectedExecutionException.class);
        assertThat(waiting).hasSize(MailQueue.LIMIT);
    }

    @Test
    void hasRoomAgainAfterAMailWasSentOrHasFailed() {
        fill();
        waiting.remove().run();
        queue.add(waiting::add, () -> {
            throw new IllegalStateException("not sent");
        });

        while (!waiting.isEmpty()) {
            Runnable last = waiting.remove();
            if (waiting.isEmpty()) {
                assertThatThrownBy(last::run).isInstanceOf(IllegalStateException.class);
            } else {
                last.run();
            }
        }
        fill();
        assertThat(waiting).hasSize(MailQueue.LIMIT);
    }

    @Test
    void aMailThatTheExecutorRefusesTakesNoRoom() {
        Executor stopping = job -> {
            throw new RejectedExecutionException("stopping");
        };
        assertThatThrownBy(() -> queue.add(stopping, () -> {})).isInstanceOf(RejectedExecutionException.class);

        fill();
        assertThat(waiting).hasSize(MailQueue.LIMIT);
    }
}
