package com.encvoy.keycloak.account.activity;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;

import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class RetentionTest {

    private final RealmModel realm = Stub.of(RealmModel.class);

    private Retention of(boolean enabled, long seconds, String... types) {
        when(realm.isEventsEnabled()).thenReturn(enabled);
        when(realm.getEventsExpiration()).thenReturn(seconds);
        when(realm.getEnabledEventTypesStream()).thenAnswer(call -> Stream.of(types));
        return Retention.of(realm);
    }

    @Test
    void isThatOfTheTypesWhichTheRealmNames() {
        assertThat(of(true, 90 * 86_400L, "LOGIN", "UPDATE_CREDENTIAL"))
                .isEqualTo(new Retention(true, false, false, 90));
        assertThat(of(true, 0, "LOGIN_ERROR", "UPDATE_CREDENTIAL", "UPDATE_PROFILE"))
                .isEqualTo(new Retention(false, true, true, 0));
    }

    @Test
    void isKeycloaksChoiceWhereTheRealmNamesNone() {
        assertThat(of(true, 3600)).isEqualTo(new Retention(true, true, true, 0));
    }

    @Test
    void isNothingWhereEventsAreOff() {
        assertThat(of(false, 3600, "LOGIN")).isEqualTo(new Retention(false, false, false, 0));
    }
}
