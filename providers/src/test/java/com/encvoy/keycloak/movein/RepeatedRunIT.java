package com.encvoy.keycloak.movein;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.movein.EncvoyId.Answer;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs that have nothing to do, are killed, or lack an option. */
@KeycloakServer
class RepeatedRunIT {

    private static final int UPDATED = 600;

    private final MovedRealm moved;
    private final EncvoyId encvoy;
    private final TestRealm realm;

    RepeatedRunIT(TestServer server) {
        this.moved = MovedRealm.on(server);
        this.encvoy = moved.encvoy();
        this.realm = moved.realm();
    }

    private JsonNode runAgain() throws IOException {
        return JsonSerialization.mapper.readTree(moved.run("--apply", "--json").out());
    }

    private List<String> types(String id) {
        return moved.credentials(id).stream()
                .map(CredentialRepresentation::getType)
                .sorted()
                .toList();
    }

    private int crowded() {
        return realm.admin()
                .users()
                .searchByAttributes(0, UPDATED + 1, true, true, "nickname:Crowded")
                .size();
    }

    @Test
    void withoutAChangeNothingIsDone() throws IOException {
        JsonNode nothing = runAgain();

        assertThat(nothing.path("done")).isEmpty();
        assertThat(nothing.path("kept")).isEmpty();
        assertThat(nothing.path("people").path("unchanged").asInt())
                .isEqualTo(nothing.path("people").path("found").asInt() - 1);
    }

    @Test
    void aRunThatIsKilledWhileItUpdatesIsMadeUpFor() throws Exception {
        encvoy.execute("UPDATE \"User\" SET nickname = 'Crowded', hashed_password = '"
                + EncvoyId.bcrypt("another password")
                + "', password_updated_at = '2025-07-01' WHERE id BETWEEN 1001 AND "
                + (1000 + UPDATED));

        moved.killInTheMiddle(() -> crowded() >= 30);
        assertThat(crowded()).isLessThan(UPDATED);
        Answer again = moved.run("--apply");

        assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
        assertThat(crowded()).isEqualTo(UPDATED);
        assertThat(again.out()).doesNotContain("was changed here");
        for (int number : new int[] {1001, 1030, 1031, 1000 + UPDATED}) {
            assertThat(types(String.valueOf(number))).containsExactly("password");
            assertThat(moved.credentials(String.valueOf(number)).get(0).getCreatedDate())
                    .as("the new one")
                    .isEqualTo(1_751_328_000_000L);
        }
        assertThat(runAgain().path("done")).isEmpty();
    }

    @Test
    void aRunWithoutPicturesRemovesNone() {
        String picture = moved.person("42").getAttributes().get("picture").get(0);
        String logo = realm.client(Wiki.ID).getAttributes().get("encvoy.avatar");

        assertThat(encvoy.move(moved.server(), MovedRealm.NAME, "--apply").exitCode())
                .isZero();
        assertThat(moved.person("42").getAttributes()).containsEntry("picture", List.of(picture));
        assertThat(realm.client(Wiki.ID).getAttributes()).containsEntry("encvoy.avatar", logo);
        assertThat(moved.run("--apply").exitCode()).isZero();
        assertThat(moved.person("42").getAttributes()).containsEntry("picture", List.of(picture));
    }
}
