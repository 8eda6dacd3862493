package com.encvoy.keycloak.application.editing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientPolicyConditionRepresentation;
import org.keycloak.representations.idm.ClientPolicyExecutorRepresentation;
import org.keycloak.representations.idm.ClientPolicyRepresentation;
import org.keycloak.representations.idm.ClientProfileRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The use cases of creating, changing and deleting applications, called with access tokens. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditingIT {

    private static final String REALM = "editing";
    private static final String RANDOM_ID = "[A-Za-z0-9]{22}";

    private final TestServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Keycloak> clients = new ArrayList<>();
    private TestRealm realm;
    private String ada;
    private String adasToken;
    private String adminsToken;
    private int number;

    EditingIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, REALM, copy -> copy.setAdminEventsDetailsEnabled(true));
        ClientRepresentation cli = realm.client("admin-cli");
        cli.setFullScopeAllowed(true);
        cli.getAttributes().put("client.use.lightweight.access.token.enabled", "false");
        realm.admin().clients().get(cli.getId()).update(cli);
        realm.grant(realm.person("administrator"), "realm-management", "manage-clients");
    }

    @BeforeEach
    void people() {
        number++;
        ada = realm.person("ada" + number);
        adasToken = token("ada" + number);
        adminsToken = token("administrator");
        realm.admin().clearAdminEvents();
    }

    @AfterEach
    void signOut() {
        clients.forEach(Keycloak::close);
        clients.clear();
    }

    private String token(String username) {
        Keycloak client = KeycloakBuilder.builder()
                .serverUrl(server.url().toString())
                .realm(REALM)
                .clientId("admin-cli")
                .username(username)
                .password(TestRealm.PASSWORD)
                .build();
        clients.add(client);
        return client.tokenManager().getAccessTokenString();
    }

    private String send(String token, String method, String path) {
        return send(token, method, path, HttpRequest.BodyPublishers.noBody());
    }

    private String send(String token, String method, String path, HttpRequest.BodyPublisher body) {
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(server.at("/realms/" + REALM + "/test-editing/" + path))
                            .method(method, body)
                            .header("Content-Type", "application/octet-stream")
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private String wiki() {
        String created = send(
                adasToken,
                "POST",
                "profiles/Wiki?domain=https://wiki.example.com&uri=" + query("https://wiki.example.com/callback"));
        assertThat(created).matches(RANDOM_ID);
        return created;
    }

    private List<AdminEventRepresentation> events() {
        return realm.admin().getAdminEvents();
    }

    @Test
    void aPersonMakesAnApplicationOfAProductAndOwnsIt() {
        String id = send(adasToken, "POST", "templates/sentry?url=https://sentry.example.com/");

        assertThat(id).matches(RANDOM_ID);
        ClientRepresentation client = realm.client(id);
        assertThat(realm.roles(ada, id)).containsExactly("OWNER");
        assertThat(realm.admin().clients().get(client.getId()).roles().list())
                .extracting(RoleRepresentation::getName)
                .containsExactlyInAnyOrder("OWNER", "EDITOR", "USER");
        assertThat(client.isConsentRequired()).isTrue();
        assertThat(client.isFullScopeAllowed()).isFalse();
        assertThat(client.isServiceAccountsEnabled()).isFalse();
        assertThat(client.getRedirectUris()).containsExactlyInAnyOrder("/auth/sso/", "/auth/sso");
        assertThat(client.getSecret()).hasSizeGreaterThan(30);
        assertThat(client.getDefaultClientScopes()).contains("encvoy", "offline_access");
        assertThat(client.getAttributes())
                .containsEntry("encvoy.created_by", ada)
                .containsEntry("encvoy.template", "sentry")
                .containsEntry(
                        "post.logout.redirect.uris", "+##https://sentry.example.com##https://sentry.example.com/");
        assertThat(events())
                .extracting(
                        AdminEventRepresentation::getOperationType,
                        AdminEventRepresentation::getResourceType,
                        AdminEventRepresentation::getResourcePath,
                        event -> event.getAuthDetails().getUserId())
                .containsExactly(tuple("CREATE", "CLIENT", "clients/" + client.getId(), ada));
        assertThat(events().get(0).getRepresentation()).contains(id).doesNotContain(client.getSecret());
    }

    @Test
    void aPersonMakesAnotherApplicationAndNothingBeyondItsFields() {
        ClientRepresentation client = realm.client(wiki());

        assertThat(client.getRedirectUris()).containsExactly("https://wiki.example.com/callback");
        assertThat(client.getWebOrigins()).isEmpty();
        assertThat(client.getAdminUrl()).isNull();
        assertThat(client.isPublicClient()).isFalse();
        assertThat(client.isStandardFlowEnabled()).isTrue();
        assertThat(client.isImplicitFlowEnabled()).isFalse();
        assertThat(client.isDirectAccessGrantsEnabled()).isFalse();
        assertThat(client.getDefaultClientScopes())
                .containsExactlyInAnyOrder("acr", "basic", "email", "encvoy", "profile");
        assertThat(send(adasToken, "POST", "profiles/Wiki?domain=https://wiki.example.com"))
                .isEqualTo("required");

        ClientRepresentation app = realm.client(
                send(adasToken, "POST", "profiles/App?public=true&uri=" + query("com.example.app:/callback")));
        assertThat(app.isPublicClient()).isTrue();
        assertThat(app.getSecret()).isNull();
        assertThat(app.getAttributes()).containsEntry("pkce.code.challenge.method", "S256");
        assertThat(send(adasToken, "POST", "secrets/" + app.getClientId())).isEqualTo("no_secret");
    }

    @Test
    void anAdministratorChoosesTheClientIdAndIsTrusted() {
        String id = "grafana-" + number;

        assertThat(send(adminsToken, "POST", "templates/grafana?url=https://g.example.com&id=" + id))
                .isEqualTo(id);
        assertThat(realm.client(id).isConsentRequired()).isFalse();
        assertThat(realm.client(id).getAttributes()).doesNotContainKey("encvoy.created_by");
        assertThat(send(adminsToken, "POST", "templates/grafana?url=https://g.example.com&id=" + id))
                .isEqualTo("client_id_taken");
        assertThat(send(adminsToken, "POST", "templates/grafana?url=https://g.example.com&id=a%20b"))
                .isEqualTo("client_id");
        assertThat(send(adminsToken, "POST", "templates/grafana?url=http://g.example.com"))
                .isEqualTo("address");
        assertThat(send(adasToken, "POST", "templates/grafana?url=https://g.example.com&id=mine"))
                .isEqualTo("client_id_not_chosen");
    }

    @Test
    void theLimitHoldsForRequestsAtTheSameMoment() {
        assertThat(send(adminsToken, "PUT", "realm?key=encvoy.max_applications_per_person&value=3"))
                .isEqualTo("done");
        try {
            List<CompletableFuture<String>> requests = IntStream.range(0, 12)
                    .mapToObj(request -> CompletableFuture.supplyAsync(
                            () -> send(adasToken, "POST", "templates/moodle?url=https://m.example.com")))
                    .toList();
            List<String> answers = Stream.concat(
                            requests.stream().map(CompletableFuture::join),
                            Stream.generate(() -> send(adasToken, "POST", "templates/moodle?url=https://m.example.com"))
                                    .limit(3))
                    .toList();

            assertThat(answers).filteredOn(answer -> answer.matches(RANDOM_ID)).hasSize(3);
            assertThat(answers)
                    .allMatch(answer -> answer.matches(RANDOM_ID)
                            || answer.equals("in_progress")
                            || answer.equals("too_many_applications"));
            assertThat(answers).endsWith("too_many_applications");
            assertThat(send(adminsToken, "POST", "profiles/Wiki?uri=" + query("app.example:/")))
                    .matches(RANDOM_ID);
        } finally {
            send(adminsToken, "PUT", "realm?key=encvoy.max_applications_per_person&value=");
        }
    }

    @Test
    void aChangeIsSavedAsAWholeAndTold() {
        String id = wiki();
        realm.admin().clearAdminEvents();
        String version = send(adasToken, "POST", "versions/" + id);
        String secret = realm.client(id).getSecret();

        assertThat(send(adasToken, "PUT", "profiles/" + id + "?name=New&contact=it&ttl=1"))
                .isEqualTo("seconds");
        assertThat(realm.client(id).getName()).isEqualTo("Wiki");
        assertThat(events()).isEmpty();

        assertThat(send(
                        adasToken,
                        "PUT",
                        "profiles/" + id + "?name=New&contact=it&ttl=600&version=" + version + "&uri="
                                + query("https://new.example.com/cb")))
                .isEqualTo("done");
        ClientRepresentation client = realm.client(id);
        assertThat(client.getName()).isEqualTo("New");
        assertThat(client.getSecret()).isEqualTo(secret);
        assertThat(client.getRedirectUris()).containsExactly("https://new.example.com/cb");
        assertThat(client.isConsentRequired()).isTrue();
        assertThat(client.getDefaultClientScopes()).contains("encvoy");
        assertThat(client.getAttributes())
                .containsEntry("encvoy.contact", "it")
                .containsEntry("encvoy.created_by", ada)
                .containsEntry("access.token.lifespan", "600")
                .containsEntry("post.logout.redirect.uris", "+##https://new.example.com##https://new.example.com/");
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.getOperationType()).isEqualTo("UPDATE");
            assertThat(event.getResourcePath()).isEqualTo("clients/" + client.getId());
            assertThat(event.getRepresentation())
                    .contains("\"name\":\"New\"", "encvoy.contact")
                    .doesNotContain(secret);
        });

        assertThat(send(adasToken, "PUT", "profiles/" + id + "?name=Stale&version=" + version))
                .isEqualTo("stale");
        assertThat(send(adasToken, "PUT", "profiles/" + id + "?name=New&contact=it&ttl=600"))
                .as("nothing to change")
                .isEqualTo("done");
        assertThat(events()).hasSize(1);
        assertThat(send(adasToken, "PUT", "profiles/" + id + "?name=New")).isEqualTo("done");
        assertThat(realm.client(id).getAttributes()).doesNotContainKeys("encvoy.contact", "access.token.lifespan");
    }

    @Test
    void ofSavesAtTheSameMomentOneWins() {
        String id = wiki();
        String version = send(adasToken, "POST", "versions/" + id);

        List<String> answers = IntStream.range(0, 8)
                .mapToObj(request -> CompletableFuture.supplyAsync(() ->
                        send(adasToken, "PUT", "profiles/" + id + "?name=Wiki" + request + "&version=" + version)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnlyOnce("done").isSubsetOf("done", "stale", "in_progress");
        assertThat(realm.client(id).getName()).isEqualTo("Wiki" + answers.indexOf("done"));
    }

    @Test
    void aWebApplicationBecomesAnAppAndBack() {
        String id = wiki();
        String secret = realm.client(id).getSecret();

        assertThat(send(adasToken, "PUT", "profiles/" + id + "?name=Wiki&public=true"))
                .isEqualTo("done");
        assertThat(realm.client(id).isPublicClient()).isTrue();
        assertThat(realm.client(id).getAttributes()).containsEntry("pkce.code.challenge.method", "S256");
        assertThat(send(adasToken, "PUT", "profiles/" + id + "?name=Wiki&public=false"))
                .isEqualTo("done");
        assertThat(realm.client(id).getSecret()).hasSizeGreaterThan(30).isNotEqualTo(secret);
    }

    @Test
    void aSecretIsReplacedAndToldToNoEvent() {
        String id = wiki();
        String secret = realm.client(id).getSecret();
        realm.admin().clearAdminEvents();

        assertThat(send(adasToken, "POST", "secrets/" + id)).isEqualTo("done");

        String other = realm.client(id).getSecret();
        assertThat(other).hasSizeGreaterThan(30).isNotEqualTo(secret);
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.getOperationType()).isEqualTo("ACTION");
            assertThat(event.getResourcePath())
                    .isEqualTo("clients/" + realm.client(id).getId() + "/client-secret");
            assertThat(String.valueOf(event.getRepresentation())).doesNotContain(secret, other);
        });
    }

    @Test
    void theRealmsClientPoliciesHold() {
        String id = wiki();
        requireConsent(true);
        try {
            assertThat(send(adminsToken, "POST", "trust/" + id)).isEqualTo("client_policy");
            assertThat(realm.client(id).isConsentRequired()).isTrue();
            assertThat(send(adminsToken, "POST", "templates/grafana?url=https://g.example.com&id=policy"))
                    .isEqualTo("client_policy");
            assertThat(realm.admin().clients().findByClientId("policy")).isEmpty();
            assertThat(send(adasToken, "PUT", "profiles/" + id + "?name=Consented"))
                    .isEqualTo("done");
        } finally {
            requireConsent(false);
        }
        assertThat(send(adminsToken, "POST", "trust/" + id)).isEqualTo("done");
        assertThat(realm.client(id).isConsentRequired()).isFalse();
    }

    private void requireConsent(boolean required) {
        ClientPolicyExecutorRepresentation executor = new ClientPolicyExecutorRepresentation();
        executor.setExecutorProviderId("consent-required");
        executor.setConfiguration(JsonSerialization.mapper.valueToTree(Map.of("auto-configure", false)));
        ClientProfileRepresentation profile = new ClientProfileRepresentation();
        profile.setName("consent");
        profile.setExecutors(List.of(executor));
        ClientProfilesRepresentation profiles = new ClientProfilesRepresentation();
        profiles.setProfiles(List.of(profile));
        ClientPolicyConditionRepresentation condition = new ClientPolicyConditionRepresentation();
        condition.setConditionProviderId("any-client");
        condition.setConfiguration(JsonSerialization.mapper.createObjectNode());
        ClientPolicyRepresentation policy = new ClientPolicyRepresentation();
        policy.setName("consent");
        policy.setEnabled(required);
        policy.setConditions(List.of(condition));
        policy.setProfiles(List.of("consent"));
        ClientPoliciesRepresentation policies = new ClientPoliciesRepresentation();
        policies.setPolicies(List.of(policy));
        realm.admin().clientPoliciesProfilesResource().updateProfiles(profiles);
        realm.admin().clientPoliciesPoliciesResource().updatePolicies(policies);
    }

    @Test
    void anApplicationIsDeletedAndKeycloaksOwnStay() {
        String id = wiki();
        String uuid = realm.client(id).getId();
        realm.admin().clearAdminEvents();

        assertThat(send(adasToken, "DELETE", "clients/" + id)).isEqualTo("done");
        assertThat(realm.admin().clients().findByClientId(id)).isEmpty();
        assertThat(events())
                .extracting(AdminEventRepresentation::getOperationType, AdminEventRepresentation::getResourcePath)
                .containsExactly(tuple("DELETE", "clients/" + uuid));
        assertThat(send(adminsToken, "DELETE", "clients/realm-management")).isEqualTo("internal_client");
    }

    @Test
    void theRealmsSettingsAreStrictToo() {
        assertThat(send(adminsToken, "PUT", "realm?key=encvoy.max_applications_per_person&value=-1"))
                .isEqualTo("number");
        assertThat(send(adminsToken, "PUT", "realm?key=encvoy.contact&value=x")).isEqualTo("unknown_setting");
        assertThat(send(adminsToken, "PUT", "realm?key=encvoy.default_public_profile_claims_oauth&value=email+nicname"))
                .isEqualTo("unknown_field");
        assertThat(events()).isEmpty();
        assertThat(send(
                        adminsToken,
                        "PUT",
                        "realm?key=encvoy.default_public_profile_claims_oauth&value=email+nickname"))
                .isEqualTo("done");
        RealmRepresentation saved = realm.admin().toRepresentation();
        assertThat(saved.getAttributes()).containsEntry("encvoy.default_public_profile_claims_oauth", "email nickname");
        assertThat(events())
                .extracting(AdminEventRepresentation::getOperationType, AdminEventRepresentation::getResourceType)
                .containsExactly(tuple("UPDATE", "REALM"));
    }

    @Test
    void anUploadedLogoIsKept() throws IOException {
        String id = wiki();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", png);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        realm.admin().clearAdminEvents();

        String address =
                send(adasToken, "PUT", "logos/" + id, HttpRequest.BodyPublishers.ofByteArray(png.toByteArray()));
        assertThat(address).matches("/realms/editing/api/applications/" + id + "/avatar\\?v=[0-9a-f]{8}");
        assertThat(realm.client(id).getAttributes())
                .containsEntry("encvoy.avatar", address)
                .hasEntrySatisfying(
                        "encvoy.avatar_image", image -> assertThat(image).startsWith("iVBOR"));
        assertThat(events())
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getRepresentation()).isEqualTo("{\"encvoy.avatar\":\"" + address + "\"}"));
        assertThat(send(adminsToken, "PUT", "logos/-", HttpRequest.BodyPublishers.ofByteArray(jpeg.toByteArray())))
                .startsWith("/realms/editing/api/avatar?v=");
        assertThat(send(adasToken, "PUT", "logos/" + id, HttpRequest.BodyPublishers.ofString("<svg/>")))
                .isEqualTo("picture_kind");
    }
}
