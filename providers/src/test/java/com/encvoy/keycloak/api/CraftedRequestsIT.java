package com.encvoy.keycloak.api;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.application.Settings;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A thousand crafted requests by a person who may create applications, an owner and a member gain nothing: no error of
 * the server, no change but of their own applications, and these get nothing that the templates do not give.
 */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CraftedRequestsIT {

    private static final int REQUESTS = 1000;
    private static final long SEED = 21;

    /** Of an owner and a member. */
    private static final String OWNED = "owned";

    private static final List<String> OTHERS = List.of(
            OWNED, "error-tracker", "account", "admin-cli", "encvoy-dashboard", "realm-management", "no-such-client");

    private static final Set<String> SCOPES = Set.of("acr", "basic", "email", "encvoy", "profile");

    private static final Set<String> OPTIONAL_SCOPES =
            Set.of("accounts", "address", "catalog", "lk", "locale", "offline_access", "phone");

    /** Attributes that the templates, Keycloak and this pack give an application, besides its settings. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "access.token.lifespan",
            "access.token.signed.response.alg",
            "client.offline.session.idle.timeout",
            "client.offline.session.max.lifespan",
            "client.secret.creation.time",
            "client.session.idle.timeout",
            "client.session.max.lifespan",
            "encvoy.avatar_image",
            "encvoy.created_by",
            "encvoy.template",
            "pkce.code.challenge.method",
            "post.logout.redirect.uris",
            "realm_client");

    private final TestServer server;
    private TestRealm realm;
    private RestApi api;
    private String maker;
    private String owner;
    private String member;
    private String other;

    CraftedRequestsIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makePeople() {
        realm = TestRealm.copy(server, "crafted", copy -> {});
        api = RestApi.of(server, realm);
        maker = realm.person("maker");
        realm.admin()
                .users()
                .get(maker)
                .roles()
                .realmLevel()
                .add(List.of(
                        realm.admin().roles().get("encvoy-create-application").toRepresentation()));
        owner = realm.person("owner");
        member = realm.person("member");
        other = realm.person("other");
        realm.grant(other, "error-tracker", "OWNER");
        realm.grant(realm.person("administrator"), "realm-management", "manage-clients");
        restore();
    }

    /** What they did to each other and to their own application. */
    private void restore() {
        if (realm.admin().clients().findByClientId(OWNED).isEmpty()) {
            assertThat(api.send(
                                    "administrator",
                                    "POST",
                                    "/applications",
                                    "{\"template\":\"grafana\",\"url\":\"https://graphs.example.com\","
                                            + "\"client_id\":\"owned\"}")
                            .status())
                    .isEqualTo(201);
        }
        Map.of(owner, "OWNER", member, "USER").forEach((person, role) -> {
            realm.grant(person, OWNED, role);
            realm.roles(person, OWNED).stream()
                    .filter(granted -> !granted.equals(role))
                    .forEach(granted -> realm.revoke(person, OWNED, granted));
        });
    }

    @Test
    void aThousandCraftedRequestsGainNothing() throws Exception {
        Map<String, String> before = state(Set.of(OWNED));
        Random random = new Random(SEED);
        List<Map.Entry<String, String>> operations = operations();
        List<String> invitations = api.send(
                        "owner",
                        "POST",
                        "/applications/owned/invitations",
                        "{\"email\":[\"b@example.com\",\"c@example.com\",\"d@example.com\"]}")
                .body()
                .findValuesAsText("id");
        List<String> people = List.of("maker", "maker", "owner", "member");
        List<String> failures = new ArrayList<>();
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int number = 0; number < REQUESTS; number++) {
            if (number % 50 == 0) {
                restore();
            }
            String person = people.get(random.nextInt(people.size()));
            CraftedRequest crafted = CraftedRequest.next(
                    random,
                    new CraftedRequest.Material(
                            operations,
                            person.equals("maker") ? made() : List.of(OWNED),
                            OTHERS,
                            List.of(maker, owner, member, other),
                            invitations));
            int status = send(person, crafted);
            statuses.merge(status, 1, Integer::sum);
            if (status >= 500) {
                failures.add(status + " " + crafted);
            }
        }

        restore();
        assertThat(failures).isEmpty();
        assertThat(statuses).as("requests that were accepted").containsKeys(200, 201, 204, 400, 403, 404, 412, 428);
        Set<String> own = new TreeSet<>(made());
        assertThat(own).hasSizeBetween(1, 20).doesNotContain("error-tracker");
        own.add(OWNED);
        assertThat(state(own)).isEqualTo(before);
        own.forEach(this::hasNothingBeyondTheTemplates);
    }

    private List<Map.Entry<String, String>> operations() {
        List<Map.Entry<String, String>> operations = new ArrayList<>();
        new OpenApi()
                .document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                verb -> operations.add(Map.entry(verb.toUpperCase(Locale.ROOT), path.getKey()))));
        // Most requests below an application need one that was created.
        for (int i = 0; i < 5; i++) {
            operations.add(Map.entry("POST", "/applications"));
            operations.add(Map.entry("PATCH", "/applications/{client_id}"));
            operations.add(Map.entry("PATCH", "/applications/{client_id}/settings"));
        }
        return operations;
    }

    /** The client IDs of the applications that the person made. */
    private List<String> made() {
        return realm.admin().clients().findAll().stream()
                .filter(client -> maker.equals(client.getAttributes().get("encvoy.created_by")))
                .map(ClientRepresentation::getClientId)
                .sorted()
                .toList();
    }

    private int send(String person, CraftedRequest crafted) {
        HttpRequest.Builder request = api.request(crafted.path())
                .method(
                        crafted.method(),
                        crafted.body() == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(crafted.body()))
                .header("Authorization", "Bearer " + api.token(person));
        crafted.headers().forEach(request::header);
        HttpResponse<String> response = api.exchange(request.build());
        return response.statusCode();
    }

    /** The realm and its people, without these applications. */
    private Map<String, String> state(Set<String> without) throws Exception {
        RealmRepresentation exported = realm.admin().partialExport(true, true);
        ObjectNode json = JsonSerialization.mapper.valueToTree(exported);
        Map<String, String> state = new TreeMap<>();
        for (JsonNode client : json.withArray("clients")) {
            if (!without.contains(client.path("clientId").asText())) {
                state.put("client " + client.path("clientId").asText(), canonical(client));
            }
        }
        json.remove("clients");
        ((ObjectNode) json.path("roles").path("client")).remove(without);
        json.properties().forEach(part -> state.put(part.getKey(), canonical(part.getValue())));
        for (UserRepresentation user : realm.admin().users().list(0, 1000)) {
            state.put(
                    "person " + user.getUsername(),
                    canonical(JsonSerialization.mapper.valueToTree(user)) + roles(user, without));
        }
        return state;
    }

    /** Independent of the order in which Keycloak lists things. */
    private static String canonical(JsonNode json) {
        if (json.isArray()) {
            return OpenApi.stream(json)
                    .map(CraftedRequestsIT::canonical)
                    .sorted()
                    .toList()
                    .toString();
        }
        Map<String, String> members = new TreeMap<>();
        json.properties().forEach(member -> members.put(member.getKey(), canonical(member.getValue())));
        return json.isObject() ? members.toString() : json.toString();
    }

    private Set<String> roles(UserRepresentation user, Set<String> without) {
        UserResource person = realm.admin().users().get(user.getId());
        Set<String> roles = new TreeSet<>();
        person.roles().realmLevel().listAll().forEach(role -> roles.add(role.getName()));
        realm.admin().clients().findAll().stream()
                .filter(client -> !without.contains(client.getClientId()))
                .forEach(client -> {
                    RoleScopeResource granted = person.roles().clientLevel(client.getId());
                    granted.listAll().forEach(role -> roles.add(client.getClientId() + " " + role.getName()));
                });
        return roles;
    }

    private void hasNothingBeyondTheTemplates(String clientId) {
        ClientRepresentation client = realm.client(clientId);
        assertThat(client.isFullScopeAllowed()).as(clientId).isFalse();
        assertThat(client.isServiceAccountsEnabled()).as(clientId).isFalse();
        assertThat(client.isDirectAccessGrantsEnabled()).as(clientId).isFalse();
        assertThat(client.isImplicitFlowEnabled()).as(clientId).isFalse();
        assertThat(client.getAuthorizationServicesEnabled()).as(clientId).isIn(null, false);
        assertThat(client.isBearerOnly()).as(clientId).isFalse();
        assertThat(client.isSurrogateAuthRequired()).as(clientId).isFalse();
        assertThat(client.isEnabled()).as(clientId).isTrue();
        assertThat(client.isConsentRequired()).as(clientId).isEqualTo(!clientId.equals(OWNED));
        assertThat(client.getProtocol()).as(clientId).isEqualTo("openid-connect");
        assertThat(client.getClientAuthenticatorType()).as(clientId).isEqualTo("client-secret");
        assertThat(client.getProtocolMappers()).as(clientId).isNullOrEmpty();
        assertThat(client.getAuthenticationFlowBindingOverrides()).as(clientId).isEmpty();
        assertThat(client.getAdminUrl()).as(clientId).isNullOrEmpty();
        assertThat(client.getName()).as(clientId).doesNotContain("${", "<");
        assertThat(client.getDefaultClientScopes()).as(clientId).isSubsetOf(SCOPES);
        assertThat(client.getOptionalClientScopes()).as(clientId).isSubsetOf(OPTIONAL_SCOPES);
        assertThat(client.getRedirectUris())
                .as(clientId)
                .allMatch(uri -> !uri.contains("*") && !uri.contains("#") && !uri.matches("(?i)(javascript|data):.*"))
                .noneMatch(uri -> uri.startsWith("http://") && !uri.startsWith("http://localhost"));
        assertThat(client.getWebOrigins()).as(clientId).doesNotContain("*");
        assertThat(String.valueOf(client.getAttributes().get("post.logout.redirect.uris")))
                .as(clientId)
                .doesNotContain("*");
        assertThat(client.getAttributes().keySet())
                .as(clientId)
                .allMatch(name -> ATTRIBUTES.contains(name)
                        || Settings.all().stream()
                                .anyMatch(setting -> setting.key().equals(name.replace(".applied", ""))));
        assertThat(realm.admin().clients().get(client.getId()).roles().list())
                .as(clientId)
                .noneMatch(RoleRepresentation::isComposite)
                .extracting(RoleRepresentation::getName)
                .isSubsetOf("OWNER", "EDITOR", "USER", "encvoy.blocked");
        assertThat(realm.admin()
                        .clients()
                        .get(client.getId())
                        .getScopeMappings()
                        .getAll()
                        .getRealmMappings())
                .as(clientId)
                .isNullOrEmpty();
    }
}
