package com.encvoy.keycloak.claims;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;

import static org.assertj.core.api.Assertions.assertThat;

class SubjectTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final MemoryUser ada = realm.user("ada");

    private boolean isTaken(String value, MemoryUser owner) {
        return Subject.isTaken(session.model(), realm.model(), "encvoy_sub", value, owner);
    }

    private String of(String value) {
        return Subject.of(session.model(), realm.model(), ada.with("encvoy_sub", value), "encvoy_sub")
                .orElse(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "!", "~", "auth0|5f7c8ec7", "0f3cbb4e-4e0a-4a39-94a8-1d9a4bb1c3bc"})
    void isPrintableAscii(String value) {
        assertThat(Subject.isWellFormed(value)).isTrue();
        assertThat(Subject.isWellFormed("x".repeat(128))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ada\n", "Ада", "\u007f", "a\u0000"})
    void isNothingElse(String value) {
        assertThat(Subject.isWellFormed(value)).isFalse();
        assertThat(Subject.isWellFormed("x".repeat(129))).isFalse();
    }

    @Test
    void isTakenByTheUserWhoHasTheSameValue() {
        realm.user("bob").with("encvoy_sub", "42");

        assertThat(isTaken("42", ada)).isTrue();
        assertThat(isTaken("42", null)).isTrue();
        assertThat(isTaken("43", ada)).isFalse();
    }

    @Test
    void isTakenByTheUserWhoseIdItIs() {
        realm.user("bob");

        assertThat(isTaken("bob-id", ada)).isTrue();
        assertThat(isTaken("bob-id", null)).isTrue();
    }

    @Test
    void belongsToItsOwner() {
        ada.with("encvoy_sub", "42");

        assertThat(isTaken("42", ada)).isFalse();
        assertThat(isTaken("ada-id", ada)).isFalse();
        assertThat(isTaken("ada-id", null)).isTrue();
    }

    @Test
    void ofAUserIsTheValueUnlessItCouldBeAnotherUsers() {
        realm.user("bob").with("encvoy_sub", "43");

        assertThat(of("42")).isEqualTo("42");
        assertThat(of(" ")).isNull();
        assertThat(of("4 2")).isNull();
        assertThat(of("43")).isNull();
        assertThat(of("bob-id")).isNull();
        assertThat(Subject.of(session.model(), realm.model(), new MemoryUser("carl"), "encvoy_sub"))
                .isEmpty();
    }
}
