package com.encvoy.keycloak.access;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.memory.MemoryUser;

import static org.assertj.core.api.Assertions.assertThat;

class DeletionMarkTest {

    private final MemoryUser ada = new MemoryUser("ada");

    @Test
    void anAccountIsMarkedUntilTheMarkIsRemoved() {
        assertThat(DeletionMark.isOn(ada)).isFalse();
        assertThat(DeletionMark.day(ada)).isEmpty();

        DeletionMark.set(ada, LocalDate.of(2030, 2, 1));
        ada.with(DeletionMark.HELD, "last_owner");
        assertThat(DeletionMark.isOn(ada)).isTrue();
        assertThat(DeletionMark.day(ada)).contains(LocalDate.of(2030, 2, 1));
        assertThat(ada.getFirstAttribute("encvoy.delete_after")).isEqualTo("2030-02-01");
        assertThat(ada.getRequiredActionsStream()).containsExactly("encvoy-restore-account");

        DeletionMark.remove(ada);
        assertThat(DeletionMark.isOn(ada)).isFalse();
        assertThat(ada.getRequiredActionsStream()).isEmpty();
        assertThat(ada.getAttributes()).doesNotContainKeys(DeletionMark.ATTRIBUTE, DeletionMark.HELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2030-13-01", "1"})
    void aDamagedMarkIsOne(String value) {
        ada.with(DeletionMark.ATTRIBUTE, value);

        assertThat(DeletionMark.isOn(ada)).isTrue();
        assertThat(DeletionMark.day(ada)).isEmpty();
    }

    @Test
    void aBlankOneIsNone() {
        assertThat(DeletionMark.isOn(ada.with(DeletionMark.ATTRIBUTE, " "))).isFalse();
    }

    @Test
    void aMarkThatAnAdministratorSetsOrRemovesIsCompleted() {
        DeletionMark.complete(ada);
        assertThat(ada.getRequiredActionsStream()).isEmpty();

        ada.with(DeletionMark.ATTRIBUTE, "2030-01-01");
        DeletionMark.complete(ada);
        assertThat(ada.getRequiredActionsStream()).containsExactly(DeletionMark.ACTION);

        ada.removeAttribute(DeletionMark.ATTRIBUTE);
        DeletionMark.complete(ada);
        assertThat(ada.getRequiredActionsStream()).isEmpty();
    }
}
