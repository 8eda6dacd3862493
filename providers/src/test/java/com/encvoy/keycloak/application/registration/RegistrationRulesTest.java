package com.encvoy.keycloak.application.registration;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.enums.SslRequired;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class RegistrationRulesTest {

    private static final String ADDRESS = "https://errors.example.com";

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final ClientModel client = realm.client("errors");

    @BeforeEach
    void aSentryAsItsTemplateMakesIt() {
        client.setAttribute("encvoy.template", "sentry");
        client.setAttribute("encvoy.required_fields", "email");
        when(client.isEnabled()).thenReturn(true);
        when(client.isStandardFlowEnabled()).thenReturn(true);
        when(client.getClientAuthenticatorType()).thenReturn("client-secret");
        when(client.getSecret()).thenReturn("secret-of-the-tests");
        when(client.getRootUrl()).thenReturn(ADDRESS);
        when(client.getRedirectUris()).thenReturn(Set.of("/auth/sso/", "/auth/sso"));
        when(realm.model().getSslRequired()).thenReturn(SslRequired.EXTERNAL);
    }

    private static List<String> codes(List<RegistrationProblem> problems) {
        return problems.stream().map(RegistrationProblem::code).toList();
    }

    @Nested
    @DisplayName("Signing in")
    class SigningIn {

        private List<String> problems() {
            return codes(new SignInRules(client, ExpectedClient.of(client)).problems());
        }

        @Test
        void worksAsTheTemplateMakesIt() {
            assertThat(problems()).isEmpty();
        }

        @Test
        void needsAClientThatIsEnabledAndMaySignPeopleIn() {
            when(client.isEnabled()).thenReturn(false);
            when(client.isStandardFlowEnabled()).thenReturn(false);

            assertThat(new SignInRules(client, ExpectedClient.of(client)).problems())
                    .allSatisfy(
                            problem -> assertThat(problem.fix().orElseThrow().isForAdministrators(client))
                                    .as("an administrator may have done that on purpose")
                                    .isTrue())
                    .extracting(RegistrationProblem::code)
                    .containsExactly("client_disabled", "standard_flow_disabled");
        }

        @Test
        void needsASecret() {
            when(client.getSecret()).thenReturn("");
            assertThat(problems()).containsExactly("secret_missing");

            when(client.getClientAuthenticatorType()).thenReturn("client-jwt");
            assertThat(problems()).containsExactly("secret_not_accepted");

            when(client.isPublicClient()).thenReturn(true);
            assertThat(problems()).containsExactly("public_client");
        }

        @Test
        void needsNoSecretWhereTheApplicationIsNoProduct() {
            client.removeAttribute("encvoy.template");
            when(client.isPublicClient()).thenReturn(true);

            assertThat(problems()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "pkce.code.challenge.method, S256, PKCE",
            "require.pushed.authorization.requests, true, PAR",
            "dpop.bound.access.tokens, true, DPoP",
            "tls.client.certificate.bound.access.tokens, true, mTLS",
            "request.object.required, request only, Request Object"
        })
        void asksForNothingThatTheProductCannotDo(String attribute, String value, String requirement) {
            client.setAttribute(attribute, value);

            assertThat(new SignInRules(client, ExpectedClient.of(client)).problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.parameters()).containsExactly(requirement))
                    .extracting(RegistrationProblem::code)
                    .isEqualTo("requirement_unsupported");
        }

        @ParameterizedTest
        @ValueSource(strings = {"grafana", "nextcloud"})
        void asksForPkceWhereTheProductKnowsIt(String template) {
            client.setAttribute("encvoy.template", template);
            client.setAttribute("pkce.code.challenge.method", "S256");

            assertThat(problems()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"encvoy.authorize_only_admins", "encvoy.authorize_only_employees"})
        void isRefusedByASettingWithoutMeaning(String key) {
            client.setAttribute(key, "perhaps");

            assertThat(problems()).containsExactly("restriction_unreadable");
        }

        @Test
        void asksForTheFieldsThatTheProductNeeds() {
            client.setAttribute("encvoy.template", "moodle");

            assertThat(new SignInRules(client, ExpectedClient.of(client)).problems())
                    .singleElement()
                    .extracting(problem -> problem.fix().orElseThrow())
                    .isEqualTo(
                            new RegistrationRemedy(RegistrationRemedy.Kind.REQUIRE_FIELDS, "family_name given_name"));
        }
    }

    @Nested
    @DisplayName("Redirect URIs")
    class RedirectUris {

        private List<RegistrationProblem> problems(String... registered) {
            Set<String> uris = new LinkedHashSet<>(Arrays.asList(registered));
            when(client.getRedirectUris()).thenReturn(uris);
            return new RedirectRules(client, uris, ExpectedClient.of(client)).problems();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://errors.example.com/auth/sso/",
                    "https://errors.example.com/auth/sso/ https://errors.example.com/auth/sso"
                })
        void areThoseThatTheProductSends(String registered) {
            assertThat(problems(registered.split(" "))).isEmpty();
        }

        @Test
        void differByTheSlash() {
            assertThat(problems(ADDRESS + "/auth/sso")).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("redirect_uri_slash");
                assertThat(problem.parameters()).containsExactly(ADDRESS + "/auth/sso/", ADDRESS + "/auth/sso");
                assertThat(problem.fix().orElseThrow().value()).isEqualTo(ADDRESS + "/auth/sso/");
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"https://other.example.com/auth/sso/", "https://errors.example.com/callback"})
        void areMissing(String registered) {
            assertThat(problems(registered)).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("redirect_uri_missing");
                assertThat(problem.fix().orElseThrow().value()).isEqualTo(ADDRESS + "/auth/sso/");
            });
            assertThat(codes(problems())).containsExactly("redirect_uri_missing");
        }

        @ParameterizedTest
        @EnumSource
        void oneThatATemplateNamesIsEnough(ApplicationTemplate template) {
            client.setAttribute("encvoy.template", template.id());
            String first =
                    template.client(URI.create(ADDRESS), "x").getRedirectUris().get(0);

            assertThat(problems(ADDRESS + first)).isEmpty();
        }

        @Test
        void withAWildcardAreAdvisedAgainst() {
            assertThat(problems(ADDRESS + "/*")).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("redirect_uri_wildcard");
                assertThat(problem.advice()).isTrue();
            });
        }

        @Test
        void ofAnApplicationWithoutAddressAreOnThisServer() {
            when(client.getRootUrl()).thenReturn("");

            assertThat(codes(problems("/auth/sso/"))).containsExactly("address_missing");
        }

        @Test
        void areUnknownWhereTheAddressIsNoneOfTheWeb() {
            when(client.getRootUrl()).thenReturn("errors.example.com");

            assertThat(codes(problems(ADDRESS + "/auth/sso/"))).containsExactly("address_unknown");
        }

        @Test
        void areNeededByEveryApplication() {
            client.removeAttribute("encvoy.template");

            assertThat(codes(problems())).containsExactly("redirect_uris_none");
        }
    }

    @Nested
    @DisplayName("The issuer")
    class Issuer {

        private List<String> problems(String issuer, String endpoints, boolean rootRealm) {
            return codes(new IssuerRules(
                            client,
                            new ServerAddress(URI.create(issuer), rootRealm),
                            URI.create(endpoints),
                            ExpectedClient.of(client))
                    .problems());
        }

        @Test
        void isReachedByTheApplication() {
            assertThat(problems("https://id.example.com/api/oidc", "https://id.example.com:443/", true))
                    .isEmpty();
        }

        @Test
        void isOnAnotherMachine() {
            assertThat(problems("http://localhost:8080/api/oidc", "http://localhost:8080/", true))
                    .containsExactly("issuer_local");
            when(client.getRootUrl()).thenReturn("http://localhost:9000");
            assertThat(problems("http://localhost:8080/api/oidc", "http://localhost:8080/", true))
                    .isEmpty();
        }

        @Test
        void isNotEncrypted() {
            assertThat(problems("http://id.example.com/api/oidc", "http://id.example.com/", true))
                    .containsExactly("issuer_insecure");
            when(realm.model().getSslRequired()).thenReturn(SslRequired.ALL);
            when(client.getRootUrl()).thenReturn("http://localhost:9000");
            assertThat(problems("http://localhost:8080/api/oidc", "http://localhost:8080/", true))
                    .containsExactly("issuer_insecure");
        }

        @Test
        void isElsewhereThanTheEndpoints() {
            assertThat(problems("https://id.example.com/api/oidc", "https://keycloak.internal/", true))
                    .containsExactly("endpoints_elsewhere");
        }

        @Test
        void isReadByOthersAtAnAddressThatIsNotEncrypted() {
            when(client.getRootUrl()).thenReturn("http://errors.example.com");

            assertThat(problems("https://id.example.com/api/oidc", "https://id.example.com/", true))
                    .containsExactly("address_insecure");
        }

        @ParameterizedTest
        @CsvSource({"true, issuer_of_server", "false, issuer_setting_ignored"})
        void isChosenByASettingThatFewApplicationsNeed(boolean rootRealm, String code) {
            client.setAttribute("encvoy.issuer", "root");

            assertThat(problems("https://id.example.com/api/oidc", "https://id.example.com/", rootRealm))
                    .containsExactly(code);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "${SENTRY_URL}", "a b", "mailto:a@example.com", "//"})
        void isNotComparedWithAnAddressThatIsNone(String address) {
            when(client.getRootUrl()).thenReturn(address);

            assertThat(problems("http://localhost:8080/api/oidc", "http://localhost:8080/", true))
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("Scopes")
    class Scopes {

        private final ClientScopeModel encvoy = Stub.of(ClientScopeModel.class);

        private List<RegistrationProblem> problems(String standard, String optional, boolean product) {
            when(client.getClientScopes(true)).thenReturn(scopes(standard));
            when(client.getClientScopes(false)).thenReturn(scopes(optional));
            when(encvoy.getName()).thenReturn("encvoy");
            when(realm.model().getClientScopesStream()).thenAnswer(call -> Stream.of(encvoy));
            return new ScopeRules(client, product).problems();
        }

        private static Map<String, ClientScopeModel> scopes(String names) {
            return Arrays.stream(names.split(" "))
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toMap(name -> name, name -> Stub.of(ClientScopeModel.class)));
        }

        private void mappers(String... providers) {
            when(encvoy.getProtocolMappersStream())
                    .thenAnswer(call -> Arrays.stream(providers).map(provider -> {
                        ProtocolMapperModel mapper = new ProtocolMapperModel();
                        mapper.setProtocolMapper(provider);
                        return mapper;
                    }));
        }

        @Test
        void areThoseThatApplicationsAskFor() {
            mappers(ScopeRules.MAPPERS.toArray(String[]::new));

            assertThat(problems("basic email profile", "", true)).isEmpty();
            assertThat(problems("basic", "email profile", true)).isEmpty();
            assertThat(problems("profile", "", true))
                    .allSatisfy(problem -> assertThat(problem.advice()).isFalse())
                    .extracting(problem -> problem.parameters().get(0))
                    .containsExactly("basic", "email");
            assertThat(problems("basic", "", false))
                    .hasSize(2)
                    .allSatisfy(problem -> assertThat(problem.advice()).isTrue());
        }

        @Test
        void doNotWorkWithoutTheirMappers() {
            mappers("encvoy-claims-mapper");

            assertThat(problems("basic email profile", "", true))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.parameters())
                            .containsExactly("encvoy-access-mapper, encvoy-issuer-mapper"));
        }
    }
}
