package com.encvoy.keycloak.application;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemoryUser;

import static org.assertj.core.api.Assertions.assertThat;

class PublicNameTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemoryUser grace = realm.user("grace");

    private String name() {
        return PublicName.of(realm.model(), grace).orElse(null);
    }

    @ParameterizedTest
    @CsvSource({
        "given_name family_name nickname, Grace Hopper",
        "given_name nickname, Grace",
        "family_name, Hopper",
        "nickname, Amazing Grace",
        "email login,"
    })
    void isWhatTheInviterShows(String shown, String name) {
        grace.with("firstName", "Grace")
                .with("lastName", " Hopper ")
                .with("nickname", "Amazing Grace")
                .with("public_profile_claims_oauth", shown);

        assertThat(name()).isEqualTo(name);
    }

    @Test
    void isNoUserName() {
        assertThat(name()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "evil.example", "a/b", "ada@example.com", "a\nb"})
    void isNothingThatAMailProgramMakesALink(String name) {
        grace.with("firstName", name);

        assertThat(name()).isNull();
    }

    @Test
    void mayHaveInitialsButNotEndlessOnes() {
        grace.with("firstName", "Grace B.").with("lastName", "Hopper");
        assertThat(name()).isEqualTo("Grace B. Hopper");

        grace.with("lastName", "x".repeat(80));
        assertThat(name()).isNull();
    }

    @Test
    void doesNotTurnTheTextAroundIt() {
        grace.with("firstName", "Grace\u202Erepp");

        assertThat(name()).isNull();
    }
}
