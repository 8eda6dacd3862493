package com.encvoy.keycloak.application;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.encvoy.keycloak.memory.MemoryRealm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class RealmNameTest {

    @ParameterizedTest
    @CsvSource({"Encvoy ID, Encvoy ID", "' ', encvoy", "'', encvoy", ", encvoy"})
    void isTheDisplayNameElseTheName(String displayName, String expected) {
        MemoryRealm realm = new MemoryRealm("encvoy");
        when(realm.model().getDisplayName()).thenReturn(displayName);

        assertThat(RealmName.of(realm.model())).isEqualTo(expected);
    }
}
