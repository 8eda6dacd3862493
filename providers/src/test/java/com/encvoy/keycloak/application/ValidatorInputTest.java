package com.encvoy.keycloak.application;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;

import static org.assertj.core.api.Assertions.assertThat;

class ValidatorInputTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemoryUser ada = realm.user("ada").with("phone_number", "+49301");
    private final MemoryUser bob = realm.user("bob");

    private boolean isTaken(String value, MemoryUser owner) {
        return ValidatorInput.isTaken(new MemorySession(realm).model(), realm.model(), "phone_number", value, owner);
    }

    @Test
    void theFirstValueIsUsedUnlessItIsEmpty() {
        assertThat(ValidatorInput.first(List.of("a", "b"))).contains("a");
        assertThat(ValidatorInput.first("a")).contains("a");
        assertThat(ValidatorInput.first(List.of("", "b"))).isEmpty();
        assertThat(ValidatorInput.first(List.of(" ")))
                .as("for the validator to refuse")
                .contains(" ");
        assertThat(ValidatorInput.first("")).isEmpty();
    }

    @Test
    void whatIsNoTextCountsAsNone() {
        assertThat(ValidatorInput.first(null)).isEmpty();
        assertThat(ValidatorInput.first(List.of())).isEmpty();
        assertThat(ValidatorInput.first(List.of(5))).isEmpty();
        assertThat(ValidatorInput.first(5)).isEmpty();
    }

    @Test
    void aValueIsTakenWhereAnotherUserHasIt() {
        assertThat(isTaken("+49301", ada)).isFalse();
        assertThat(isTaken("+49301", bob)).isTrue();
        assertThat(isTaken("+49301", null)).isTrue();
        assertThat(isTaken("+49302", bob)).isFalse();
    }

    @Test
    void aValueIsTakenWhereTheOwnerIsNotTheOnlyOne() {
        bob.with("phone_number", "+49301");

        assertThat(isTaken("+49301", ada)).isTrue();
    }

    @Test
    void aUserIsItselfByItsId() {
        assertThat(ValidatorInput.isOther(ada, new MemoryUser("ada"))).isFalse();
        assertThat(ValidatorInput.isOther(ada, bob)).isTrue();
        assertThat(ValidatorInput.isOther(ada, null)).isTrue();
    }

    @Test
    void aListMayHoldNothing() {
        assertThat(ValidatorInput.first(Arrays.asList("", null))).isEmpty();
    }
}
