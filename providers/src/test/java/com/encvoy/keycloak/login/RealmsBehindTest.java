package com.encvoy.keycloak.login;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;

import com.encvoy.keycloak.memory.LogLines;
import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class RealmsBehindTest {

    private final Stage stage = new Stage();

    private static RealmModel realm(String name, String record) {
        RealmModel realm = Stub.of(RealmModel.class);
        when(realm.getName()).thenReturn(name);
        when(realm.getAttribute("encvoy.installation")).thenReturn(record);
        return realm;
    }

    private List<String> warnings(RealmModel... realms) {
        when(stage.session.realms().getRealmsStream()).thenAnswer(call -> Stream.of(realms));
        try (LogLines log = LogLines.of(RealmsBehind.class.getName())) {
            RealmsBehind.check(stage.session, "now");
            return log.lines();
        }
    }

    @Test
    void realmsWithoutARecordOrOfThisReleaseAreNotNamed() {
        assertThat(warnings(realm("own", null), realm("staff", "{\"file\":\"now\"}")))
                .isEmpty();
    }

    @Test
    void realmsOfAnotherReleaseAreNamedInOneLine() {
        assertThat(warnings(realm("staff", "{\"file\":\"before\"}"), realm("broken", "no json")))
                .singleElement()
                .asString()
                .startsWith("WARN")
                .contains("'staff', 'broken':", "encvoy install");
    }

    @Test
    void ofManyRealmsTwentyAreNamed() {
        RealmModel[] realms = IntStream.range(0, 25)
                .mapToObj(number -> realm("realm-" + number, "{}"))
                .toArray(RealmModel[]::new);

        assertThat(warnings(realms))
                .singleElement()
                .asString()
                .contains("'realm-19' and 5 more realms")
                .doesNotContain("realm-20");
    }

    @Test
    void theRealmFileIsInTheJar() {
        assertThat(RealmsBehind.shippedHash()).hasSize(32);
    }
}
