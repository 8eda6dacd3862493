package com.encvoy.keycloak.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimsIT {

    private static final String ALL = "openid profile email phone accounts lk catalog locale";
    private static final String EVERYTHING =
            "id login email phone_number given_name family_name nickname picture birthdate department"
                    + " password_updated_at password_change_required";

    private final TestServer server;
    private TestRealm realm;
    private String id;

    ClaimsIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makePerson() {
        realm = TestRealm.copy(server, "claims", copy -> {});
        // Custom fields and hostile values, which may come from a directory or an import although the shipped profile
        // refuses them.
        UPConfig profile = realm.admin().users().userProfile().getConfiguration();
        profile.setUnmanagedAttributePolicy(UPConfig.UnmanagedAttributePolicy.ENABLED);
        List.of(
                        "nickname",
                        "birthdate",
                        "picture",
                        "public_profile_claims_oauth",
                        "public_external_accounts",
                        "phone_number_verified",
                        "email_public")
                .forEach(profile::removeAttribute);
        realm.admin().users().userProfile().update(profile);
        ReceivedClaims.register(realm);
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias("corporate");
        provider.setProviderId("oidc");
        provider.setConfig(Map.of(
                "clientId",
                "c",
                "clientSecret",
                "not-for-applications",
                "authorizationUrl",
                "https://idp.example.com/auth",
                "tokenUrl",
                "https://idp.example.com/token",
                "issuer",
                "https://idp.example.com"));
        realm.admin().identityProviders().create(provider).close();
        id = realm.person("ada");
        FederatedIdentityRepresentation linked = new FederatedIdentityRepresentation();
        linked.setIdentityProvider("corporate");
        linked.setUserId("corporate-7");
        linked.setUserName("ada@corporate");
        realm.admin().users().get(id).addFederatedIdentity("corporate", linked).close();
    }

    private ReceivedClaims learn(String scope, Map<String, ?> attributes) {
        realm.change(id, user -> {
            user.setAttributes(new java.util.HashMap<>());
            attributes.forEach((name, value) -> {
                @SuppressWarnings("unchecked")
                List<String> values = value instanceof List ? (List<String>) value : List.of(value.toString());
                user.getAttributes().put(name, values);
            });
        });
        return ReceivedClaims.at(server, realm, "ada", scope);
    }

    private static Map<String, Object> full(String publicFields) {
        return Map.of(
                "nickname",
                "Countess",
                "birthdate",
                "1815-12-10T00:00:00.000Z",
                "picture",
                "/avatars/ada.png",
                "phone_number",
                "+491701234567",
                "phone_number_verified",
                "+491701234567",
                "email_public",
                "false",
                "custom_fields.department",
                "engines",
                "custom_fields.salary",
                "1000",
                "locale",
                "de",
                "public_profile_claims_oauth",
                publicFields);
    }

    @Test
    void everyScopeGivesItsClaimsInIdTokenAndUserinfoAlikeAlsoAfterARefresh() {
        ReceivedClaims learned = learn(ALL, full(EVERYTHING));

        assertThat(learned.released()).allSatisfy(claims -> {
            assertThat(claims.get("sub").textValue()).isEqualTo(id);
            assertThat(claims.get("login").textValue()).isEqualTo("ada");
            assertThat(claims.get("preferred_username").textValue()).isEqualTo("ada");
            assertThat(claims.get("nickname").textValue()).isEqualTo("Countess");
            assertThat(claims.get("given_name").textValue()).isEqualTo("Ada");
            assertThat(claims.get("family_name").textValue()).isEqualTo("Lovelace");
            assertThat(claims.get("name").textValue()).isEqualTo("Ada Lovelace");
            assertThat(claims.get("picture").textValue()).isEqualTo(server.url() + "/avatars/ada.png");
            assertThat(claims.get("birthdate").textValue()).isEqualTo("1815-12-10");
            assertThat(claims.get("email").textValue()).isEqualTo("ada@example.com");
            assertThat(claims.get("email_verified").booleanValue()).isTrue();
            assertThat(claims.get("email_public").isBoolean()).isTrue();
            assertThat(claims.get("phone_number").textValue()).isEqualTo("+491701234567");
            assertThat(claims.get("phone_number_verified").booleanValue()).isTrue();
            assertThat(claims.get("password_change_required").isBoolean()).isTrue();
            assertThat(claims.get("password_updated_at").textValue()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
            assertThat(claims.get("custom_fields").get("department").textValue())
                    .isEqualTo("engines");
            assertThat(claims.get("custom_fields").has("salary"))
                    .as("a custom field that is private")
                    .isFalse();
            assertThat(claims.get("systemClient").textValue()).isEqualTo("Encvoy ID");
            assertThat(claims.get("orgClient").textValue()).isEqualTo("Encvoy ID");
            assertThat(claims.get("catalog").booleanValue()).isFalse();
            assertThat(claims.get("locale").textValue()).isEqualTo("de");
            assertThat(claims.get("lk").get(0).get("type").textValue()).isEqualTo("lk_personal");
            assertThat(claims.get("lk").get(0).get("link").textValue())
                    .isEqualTo(server.url() + "/realms/claims/dashboard");
            assertThat(claims.get("publicExternalAccounts")).as("none is shown").isEmpty();
        });
        assertThat(learned.idToken().get("hd").textValue()).isEqualTo("example.com");
    }

    @Test
    void withoutAChoiceTheRealmsDefaultIsReleasedAndNothingElseLeavesInAnyToken() {
        Map<String, Object> attributes = new java.util.HashMap<>(full(""));
        attributes.remove("public_profile_claims_oauth");
        ReceivedClaims learned = learn(ALL, attributes);

        assertThat(learned.released()).allSatisfy(claims -> {
            assertThat(claims.get("email").textValue()).isEqualTo("ada@example.com");
            assertThat(claims.get("name").textValue()).isEqualTo("Ada Lovelace");
            assertThat(claims.get("nickname").textValue()).isEqualTo("Countess");
            assertThat(claims.get("picture").textValue()).endsWith("/avatars/ada.png");
        });
        assertThat(learned.all()).allSatisfy(claims -> {
            for (String claim : List.of(
                    "preferred_username",
                    "login",
                    "phone_number",
                    "phone_number_verified",
                    "birthdate",
                    "custom_fields",
                    "password_updated_at",
                    "password_change_required")) {
                assertThat(claims.has(claim)).as(claim).isFalse();
            }
        });
    }

    @Test
    void whoMakesNothingPublicIsKnownByIdentifierAlone() {
        ReceivedClaims learned = learn(ALL, full("id"));

        assertThat(learned.all()).allSatisfy(claims -> {
            assertThat(claims.get("sub").textValue()).isEqualTo(id);
            for (String claim : List.of(
                    "email",
                    "email_verified",
                    "given_name",
                    "family_name",
                    "nickname",
                    "picture",
                    "preferred_username",
                    "phone_number",
                    "birthdate",
                    "hd",
                    "custom_fields")) {
                assertThat(claims.has(claim)).as(claim).isFalse();
            }
        });
        assertThat(learned.released())
                .allSatisfy(claims -> assertThat(claims.get("name").textValue())
                        .as("never missing, never private")
                        .isEqualTo("User"));
    }

    @ParameterizedTest
    @CsvSource({
        "id given_name family_name, Ada Lovelace",
        "id given_name, Ada",
        "id email, User",
        "id login, ada",
        "id nickname given_name, Countess",
        "id family_name nickname, Countess"
    })
    void theNameFallsBackToWhatIsPublic(String publicFields, String name) {
        assertThat(learn("openid profile", full(publicFields)).released())
                .allSatisfy(claims -> assertThat(claims.get("name").textValue()).isEqualTo(name));
    }

    @Test
    void aScopeThatWasNotAskedForGivesNothing() {
        ReceivedClaims learned = learn("openid", full(EVERYTHING));

        assertThat(learned.released()).allSatisfy(claims -> {
            for (String claim : List.of("phone_number", "lk", "catalog", "publicExternalAccounts", "systemClient")) {
                assertThat(claims.has(claim)).as(claim).isFalse();
            }
        });
    }

    @Test
    void linkedAccountsAreShownOnlyWhereThePersonShowsThemAndWithoutSecrets() {
        ReceivedClaims learned = learn(ALL, Map.of("public_external_accounts", "corporate"));

        assertThat(learned.released()).allSatisfy(claims -> {
            JsonNode account = claims.get("publicExternalAccounts").get(0);
            assertThat(account.get("id").textValue()).isEqualTo("corporate");
            assertThat(account.get("sub").textValue()).isEqualTo("corporate-7");
            assertThat(account.get("label").textValue()).isEqualTo("ada@corporate");
            assertThat(account.get("issuer").textValue()).isEqualTo("https://idp.example.com");
            assertThat(claims.toString()).doesNotContain("not-for-applications");
        });
    }

    @Test
    void theHostedDomainIsThatOfAVerifiedAddressOfAnOrganisation() {
        try {
            realm.change(id, user -> user.setEmail("ada@GMail.com"));
            assertThat(learn(ALL, Map.of()).idToken().has("hd"))
                    .as("public mail")
                    .isFalse();
        } finally {
            realm.change(id, user -> user.setEmail("ada@example.com"));
        }
        assertThat(learn(ALL, Map.of()).idToken().get("hd").textValue()).isEqualTo("example.com");
    }

    @Test
    void accessTokensLiveHalfAnHourAndRefreshTokensADay() {
        JsonNode tokens = learn("openid", Map.of()).tokens();

        assertThat(tokens.get("expires_in").intValue()).isBetween(1795, 1800);
        assertThat(tokens.get("refresh_expires_in").intValue()).isBetween(86390, 86400);
    }

    @Test
    void noValueOfAnAttributeMakesALoginFailOrAClaimMalformed() {
        Random random = new Random(20261124);
        List<String> hostile = List.of(
                "",
                " ",
                "x".repeat(1900),
                "\u0000\u0001\u001f",
                "\u202Eevil",
                "{\"a\":1}",
                "[]",
                "null",
                "true",
                "<script>",
                "'; --",
                "0000-00-00",
                "2026-13-45",
                "2026-02-30T00:00",
                "javascript:alert(1)",
                "data:text/html,x",
                "//evil.example/a.png",
                "http://[",
                "+",
                "+49",
                "%",
                "\uD800",
                "😀".repeat(200));
        List<String> names = List.of(
                "nickname",
                "birthdate",
                "picture",
                "phone_number_verified",
                "email_public",
                "locale",
                "public_profile_claims_oauth",
                "public_external_accounts",
                "custom_fields.a",
                "custom_fields.",
                "custom_fields.b.c");
        for (int round = 0; round < 12; round++) {
            Map<String, Object> attributes = new java.util.HashMap<>();
            for (String name : names) {
                List<String> values = new ArrayList<>();
                for (int i = random.nextInt(3); i >= 0; i--) {
                    values.add(hostile.get(random.nextInt(hostile.size()))
                            .replace("\u0000", "")
                            .replace("\uD800", "?"));
                }
                attributes.put(name, values);
            }
            for (int i = 0; i < round * 20; i++) {
                attributes.put("custom_fields.many" + i, "v" + i);
            }
            attributes.put(
                    "public_profile_claims_oauth",
                    Stream.concat(
                                    Stream.of(EVERYTHING, "a b.c"),
                                    java.util.stream.IntStream.range(0, 200).mapToObj(i -> "many" + i))
                            .toList());
            ReceivedClaims learned = learn(ALL, attributes);

            assertThat(learned.released()).allSatisfy(claims -> {
                assertThat(claims.get("name").textValue()).isNotBlank();
                if (claims.has("birthdate")) {
                    assertThat(claims.get("birthdate").textValue()).matches("\\d{4}-\\d\\d-\\d\\d");
                }
                if (claims.has("picture")) {
                    assertThat(claims.get("picture").textValue()).matches("https?://[^\\s<>]+");
                }
                assertThat(claims.path("custom_fields").size()).isLessThanOrEqualTo(ProfileView.CUSTOM_FIELDS);
                assertThat(claims.path("email_public").isMissingNode()
                                || claims.path("email_public").isBoolean())
                        .isTrue();
            });
        }
    }
}
