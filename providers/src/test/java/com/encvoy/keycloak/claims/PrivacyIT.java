package com.encvoy.keycloak.claims;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.Application.Answer;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Private data is never released: in no token, at no address, under no name. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyIT {

    private static final String CALLBACK = "https://reader.example.com/login";
    private static final String SECRET = "secret-of-the-reader-for-tests";
    private static final String PHONE = "+491701234567";

    private final TestServer server;
    private TestRealm realm;
    private String id;

    PrivacyIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "privacy", copy -> {});
        realm.application("reader", SECRET, CALLBACK);
        ClientRepresentation client = realm.client("reader");
        var resource = realm.admin().clients().get(client.getId());
        Stream.of(
                        mapper(
                                "login as a name of its own",
                                "oidc-usermodel-property-mapper",
                                "username",
                                "member_of_staff",
                                "String"),
                        mapper(
                                "login in an object",
                                "oidc-usermodel-property-mapper",
                                "username",
                                "staff.login",
                                "String"),
                        mapper(
                                "login as subject of another system",
                                "oidc-usermodel-property-mapper",
                                "username",
                                "unique_name",
                                "String"),
                        mapper("address", "oidc-usermodel-property-mapper", "email", "contact", "String"),
                        mapper(
                                "address in an object",
                                "oidc-usermodel-property-mapper",
                                "email",
                                "reach.mail.work",
                                "String"),
                        mapper(
                                "login as a number",
                                "oidc-usermodel-property-mapper",
                                "username",
                                "staff_number",
                                "long"),
                        mapper("login as JSON", "oidc-usermodel-property-mapper", "username", "staff_json", "JSON"),
                        mapper("number", "oidc-usermodel-attribute-mapper", "phone_number", "mobile", "String"),
                        many("numbers", "phone_number", "numbers"))
                .forEach(mapper ->
                        resource.getProtocolMappers().createMapper(mapper).close());
        List<ClientScopeRepresentation> scopes = realm.admin().clientScopes().findAll();
        scopes.stream()
                .filter(scope -> scope.getName().equals("microprofile-jwt"))
                .forEach(scope -> resource.addOptionalClientScope(scope.getId()));
        id = realm.person("secretive", user -> user.singleAttribute("phone_number", PHONE));
    }

    private static ProtocolMapperRepresentation mapper(
            String name, String type, String attribute, String claim, String json) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(name);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper(type);
        mapper.setConfig(new java.util.HashMap<>(Map.of(
                "user.attribute",
                attribute,
                "claim.name",
                claim,
                "jsonType.label",
                json,
                "id.token.claim",
                "true",
                "access.token.claim",
                "true",
                "userinfo.token.claim",
                "true",
                "introspection.token.claim",
                "true",
                "lightweight.claim",
                "true")));
        return mapper;
    }

    private static ProtocolMapperRepresentation many(String name, String attribute, String claim) {
        ProtocolMapperRepresentation mapper =
                mapper(name, "oidc-usermodel-attribute-mapper", attribute, claim, "String");
        mapper.getConfig().put("multivalued", "true");
        return mapper;
    }

    private List<JsonNode> everythingLearned(boolean encvoy, String scope, boolean lightweight) {
        return everythingLearned("secretive", encvoy, scope, lightweight);
    }

    private List<JsonNode> everythingLearned(String name, boolean encvoy, String scope, boolean lightweight) {
        realm.settings("reader", Map.of("client.use.lightweight.access.token.enabled", String.valueOf(lightweight)));
        Application application = encvoy
                ? Application.atEncvoyAddress(server, realm, "reader", SECRET)
                : Application.atKeycloakAddress(server, realm, "reader", SECRET);
        String request = application.base() + "/auth?client_id=reader&response_type=code&redirect_uri=" + CALLBACK
                + "&scope=" + scope.replace(" ", "%20");
        URI answer;
        try (Browser browser = new Browser(server.url())) {
            answer = browser.open(URI.create(request))
                    .signIn(name, TestRealm.PASSWORD)
                    .address();
        }
        Answer tokens = application.redeem(answer, CALLBACK);
        assertThat(tokens.status()).as("%s", tokens.json()).isEqualTo(200);
        List<JsonNode> learned = new ArrayList<>();
        for (Answer current : List.of(
                tokens, application.token("refresh_token", Map.of("refresh_token", tokens.text("refresh_token"))))) {
            learned.add(Application.claims(current.text("access_token")));
            learned.add(Application.claims(current.text("id_token")));
            learned.add(application.introspect(current.text("access_token")).json());
            learned.add(application
                    .introspect(current.text("refresh_token"), "refresh_token")
                    .json());
            if (!lightweight) {
                learned.add(application.userinfo(current.text("access_token")).json());
            }
        }
        assertThat(learned)
                .allSatisfy(claims ->
                        assertThat(claims.path("active").asBoolean(true)).isTrue());
        return learned;
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, false", "true, true", "false, true"})
    void loginAddressAndNumberLeaveUnderNoName(boolean encvoy, boolean lightweight) {
        realm.change(id, user -> user.getAttributes().put("public_profile_claims_oauth", List.of("id")));

        List<JsonNode> learned = everythingLearned(encvoy, "openid profile email phone microprofile-jwt", lightweight);

        assertThat(learned)
                .allSatisfy(claims -> assertThat(claims.toString())
                        .doesNotContain("secretive")
                        .doesNotContain(PHONE)
                        .doesNotContain("example.com\"}"));
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, false", "true, true", "false, true"})
    void whatIsPublicLeavesAsBefore(boolean encvoy, boolean lightweight) {
        realm.change(
                id,
                user -> user.getAttributes()
                        .put("public_profile_claims_oauth", List.of("id", "login", "email", "phone_number")));

        List<JsonNode> learned = everythingLearned(encvoy, "openid profile email phone microprofile-jwt", lightweight);

        JsonNode access = learned.get(0);
        assertThat(access.path("member_of_staff").asText()).isEqualTo("secretive");
        assertThat(access.at("/staff/login").asText()).isEqualTo("secretive");
        assertThat(access.at("/reach/mail/work").asText()).isEqualTo("secretive@example.com");
        assertThat(access.at("/numbers/0").asText()).isEqualTo(PHONE);
        assertThat(learned.get(2).path("username").asText()).as("introspection").isEqualTo("secretive");
        assertThat(learned.get(1).path("upn").asText()).isEqualTo("secretive");
    }

    @Test
    void anAddressThatIsTheUserNameTooLeavesAsTheAddressItIs() {
        UserRepresentation both = new UserRepresentation();
        both.setUsername("both@example.com");
        both.setEmail("both@example.com");
        both.setEmailVerified(true);
        both.setFirstName("Ada");
        both.setLastName("Lovelace");
        both.setEnabled(true);
        both.setAttributes(Map.of("public_profile_claims_oauth", List.of("id", "email")));
        both.setCredentials(List.of(password()));
        realm.admin().users().create(both).close();

        List<JsonNode> learned = everythingLearned("both@example.com", true, "openid profile email", false);

        assertThat(learned.get(1).path("email").asText()).isEqualTo("both@example.com");
        assertThat(learned)
                .allSatisfy(
                        claims -> assertThat(claims.has("preferred_username")).isFalse());
    }

    private static CredentialRepresentation password() {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(TestRealm.PASSWORD);
        return password;
    }

    @Test
    void aNumberOrAnObjectIsAValueToo() {
        String id = realm.person("4711470815");
        realm.change(id, user -> {
            user.setEmail("number@example.com");
            user.setAttributes(Map.of("public_profile_claims_oauth", List.of("id", "email")));
        });

        assertThat(everythingLearned("4711470815", true, "openid profile email", false))
                .allSatisfy(claims -> assertThat(claims.toString()).doesNotContain("4711470815"));
    }

    @Test
    void theHostedDomainNeedsTheScopeOfTheAddress() {
        realm.change(id, user -> user.getAttributes().put("public_profile_claims_oauth", List.of("id", "email")));
        ClientRepresentation client = realm.client("reader");
        String email = realm.admin().clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals("email"))
                .findFirst()
                .orElseThrow()
                .getId();
        realm.admin().clients().get(client.getId()).removeDefaultClientScope(email);
        realm.admin().clients().get(client.getId()).addOptionalClientScope(email);
        try {
            assertThat(everythingLearned(true, "openid profile", false))
                    .allSatisfy(claims -> assertThat(claims.has("hd")).isFalse());
            assertThat(everythingLearned(true, "openid email", false)
                            .get(1)
                            .path("hd")
                            .asText())
                    .isEqualTo("example.com");
        } finally {
            realm.admin().clients().get(client.getId()).removeOptionalClientScope(email);
            realm.admin().clients().get(client.getId()).addDefaultClientScope(email);
        }
    }

    @Test
    void aPhoneNumberIsVerifiedUntilItIsAnother() {
        realm.change(id, user -> {
            user.getAttributes().put("public_profile_claims_oauth", List.of("id", "phone_number"));
            user.getAttributes().put("phone_number_verified", List.of(PHONE));
        });
        assertThat(everythingLearned(true, "openid phone", false)
                        .get(1)
                        .path("phone_number_verified")
                        .asBoolean())
                .isTrue();

        realm.change(id, user -> user.getAttributes().put("phone_number", List.of("+491709999999")));
        JsonNode claims = everythingLearned(true, "openid phone", false).get(1);
        assertThat(claims.path("phone_number").asText()).isEqualTo("+491709999999");
        assertThat(claims.path("phone_number_verified").isBoolean()).isTrue();
        assertThat(claims.path("phone_number_verified").asBoolean()).isFalse();

        realm.change(id, user -> user.getAttributes().put("phone_number", List.of(PHONE)));
        assertThat(everythingLearned(true, "openid phone", false)
                        .get(1)
                        .path("phone_number_verified")
                        .asBoolean())
                .as("the verified one again")
                .isTrue();
    }
}
