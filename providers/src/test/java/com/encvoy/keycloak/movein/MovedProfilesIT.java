package com.encvoy.keycloak.movein;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.UserRepresentation;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** What people who moved in have, and what was decided about them. */
@KeycloakServer
class MovedProfilesIT {

    private final TestServer server;
    private final MovedRealm moved;
    private final TestRealm realm;

    MovedProfilesIT(TestServer server) {
        this.server = server;
        this.moved = MovedRealm.on(server);
        this.realm = moved.realm();
    }

    @Test
    void theProfileComesAlong() throws IOException, InterruptedException {
        UserRepresentation arthur = moved.person("42");
        String picture = server.url() + "/realms/moved/api/pictures/0123456789abcdef0123456789abcdef";

        assertThat(arthur.getEmail()).isEqualTo("arthur@example.com");
        assertThat(arthur.isEmailVerified()).isTrue();
        assertThat(arthur.getFirstName()).isEqualTo("Arthur");
        assertThat(arthur.getAttributes())
                .containsEntry("phone_number", List.of("+4915112345678"))
                .containsEntry("phone_number_verified", List.of("+4915112345678"))
                .containsEntry("middle_name", List.of("Philip"))
                .containsEntry("birthdate", List.of("1978-03-08"))
                .containsEntry("picture", List.of(picture))
                .containsEntry("locale", List.of("de"))
                .containsEntry("custom_fields.department", List.of("Space"))
                .containsEntry("custom_fields.floor", List.of("7"))
                .containsEntry("custom_fields.bad_name_", List.of("5"))
                .containsEntry("encvoy.favorites", List.of(realm.client(Wiki.ID).getId()));
        assertThat(arthur.getAttributes().get("public_profile_claims_oauth"))
                .containsExactlyInAnyOrder("id", "email", "nickname", "department", "phone_number");
        HttpResponse<byte[]> served = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(picture)).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.headers().firstValue("Content-Type").orElse("")).matches("image/(png|jpeg)");
        assertThat(realm.roles("42", Wiki.ID)).containsExactly("OWNER");
        assertThat(realm.roles("17", Wiki.ID)).containsExactly("EDITOR");
        realm.change("42", user -> user.setLastName("D."));
        assertThat(moved.person("42").getAttributes())
                .as("all is declared")
                .containsKeys("custom_fields.department", "middle_name", "encvoy.moved_in", "encvoy.favorites");
    }

    @Test
    void conflictsEndAsDecided() {
        assertThat(moved.person("17").getUsername()).isEqualTo("bob");
        assertThat(moved.person("18").getUsername()).isEqualTo("bob-18");
        assertThat(moved.person("18").getAttributes()).doesNotContainKey("custom_fields.floor");
        assertThat(moved.person("19").getEmail()).isEqualTo("twins@example.com");
        assertThat(moved.person("20").getEmail()).isEqualTo("second-twin@example.com");
        assertThat(moved.person("22").getUsername()).isEqualTo("a.b");
        assertThat(moved.person("22").getLastName()).isEqualTo("script");
        assertThat(moved.credentials("26")).as("a hash that cannot be used").isEmpty();
        assertThat(moved.person("1").getAttributes()).doesNotContainKey("birthdate");
        assertThat(realm.roles("1", "realm-management")).contains("realm-admin");
        assertThat(realm.admin().users().searchByEmail("bob3@example.com", true))
                .as("left out")
                .isEmpty();
        UserRepresentation other =
                realm.admin().users().searchByEmail("uuid@example.com", true).get(0);
        assertThat(other.getId()).isNotEqualTo("21");
        assertThat(other.getAttributes()).containsEntry("encvoy_sub", List.of("21"));
    }
}
