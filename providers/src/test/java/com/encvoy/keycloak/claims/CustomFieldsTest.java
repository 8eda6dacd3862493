package com.encvoy.keycloak.claims;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.memory.MemoryUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class CustomFieldsTest {

    private final MemoryUser ada = new MemoryUser("ada");

    private Map<String, Object> shown(String... names) {
        return new ProfileView(ada).customFields(new ReleasePolicy(Set.of(names)));
    }

    @Test
    void areThoseThatArePublicByTheirOwnNames() {
        ada.with("custom_fields.team", "engines")
                .with("custom_fields.room", "1", "2")
                .with("custom_fields.secret", "x")
                .with("floor", "3");

        assertThat(shown("team", "room", "floor"))
                .containsExactly(entry("room", List.of("1", "2")), entry("team", "engines"));
    }

    @Test
    void leaveOutValuesThatAreTooLong() {
        ada.with("custom_fields.team", "x".repeat(2001), "y".repeat(2000)).with("custom_fields.room", "z".repeat(2001));

        assertThat(shown("team", "room")).containsExactly(entry("team", "y".repeat(2000)));
    }

    @Test
    void areFiftyAndHaveFiftyValuesAtMost() {
        String[] names = IntStream.range(100, 151).mapToObj(String::valueOf).toArray(String[]::new);
        for (String name : names) {
            ada.with("custom_fields." + name, names);
        }

        assertThat(shown(names))
                .hasSize(50)
                .doesNotContainKey("150")
                .allSatisfy((name, value) -> assertThat(value)
                        .asInstanceOf(InstanceOfAssertFactories.LIST)
                        .hasSize(50));
    }
}
