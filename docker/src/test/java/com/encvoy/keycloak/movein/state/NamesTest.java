package com.encvoy.keycloak.movein.state;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NamesTest {

    @Test
    void theFirstOfSeveralPeopleHasTheNameHoweverOftenTheyAsk() {
        Names names = new Names();
        names.add("bob");
        names.add("bob");
        names.add("alice");
        for (int i = 0; i < 5000; i++) {
            names.add("person " + i);
        }
        names.seal();

        for (int pass = 0; pass < 2; pass++) {
            assertThat(names.mayHave("bob", 17)).isTrue();
            assertThat(names.mayHave("bob", 18)).isFalse();
            assertThat(names.mayHave("alice", 19)).isTrue();
            assertThat(names.mayHave("alice", 20)).as("brought once").isTrue();
        }
    }

    @Test
    void aNewNameIsGivenOnceAndIsNoneThatWasBrought() {
        Names names = new Names();
        names.add("bob");
        names.seal();

        assertThat(names.mayGet("bob", 18)).isFalse();
        assertThat(names.mayGet("bob-18", 18)).isTrue();
        assertThat(names.mayGet("bob-18", 18)).as("asked again").isTrue();
        assertThat(names.mayGet("bob-18", 19)).isFalse();
    }
}
