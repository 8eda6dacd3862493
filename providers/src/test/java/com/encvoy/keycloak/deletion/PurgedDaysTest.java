package com.encvoy.keycloak.deletion;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.RealmModel;

import com.encvoy.keycloak.memory.MemoryRealm;

import static org.assertj.core.api.Assertions.assertThat;

class PurgedDaysTest {

    private final RealmModel realm = new MemoryRealm("encvoy").model();
    private final LocalDate yesterday = Days.today().minusDays(1);

    @Test
    void realmsWithoutAMarkedAccountCostNothing() {
        assertThat(PurgedDays.concern(realm)).isFalse();
        PurgedDays.begin(realm);
        assertThat(PurgedDays.concern(realm)).isTrue();
        assertThat(PurgedDays.due(realm)).isEmpty();
    }

    @Test
    void aRealmWithTheActionMayHaveBeenImportedWithMarkedAccounts() {
        RestoringAction.register(realm);

        assertThat(PurgedDays.concern(realm)).isTrue();
        assertThat(PurgedDays.due(realm)).hasSize(PurgedDays.LOOK_BACK).endsWith(yesterday);
    }

    @Test
    void eachDaySinceTheLastRunIsSearched() {
        PurgedDays.record(realm, yesterday.minusDays(3));

        assertThat(PurgedDays.due(realm)).containsExactly(yesterday.minusDays(2), yesterday.minusDays(1), yesterday);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-01-01", "last week"})
    void noMoreDaysThanThatAreSearched(String done) {
        realm.setAttribute(PurgedDays.ATTRIBUTE, done);

        assertThat(PurgedDays.due(realm)).hasSize(PurgedDays.LOOK_BACK);
    }

    @Test
    void aDayThatIsNotOverIsNotSearchedEvenIfTheAttributeIsAhead() {
        PurgedDays.record(realm, yesterday.plusDays(20));

        assertThat(PurgedDays.due(realm)).isEmpty();
    }
}
