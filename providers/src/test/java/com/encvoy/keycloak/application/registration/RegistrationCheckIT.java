package com.encvoy.keycloak.application.registration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.ClientRepresentation;

import com.encvoy.keycloak.server.Insight;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code docker/check} tells an administrator, the owner's page tells too, and removes. */
@KeycloakServer
class RegistrationCheckIT {

    private static final String CLIENT = "error-tracker";

    private final TestServer server;
    private TestRealm realm;
    private Insight insight;

    RegistrationCheckIT(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void makeRealm() {
        realm = TestRealm.copy(server, "checked", copy -> {});
        realm.settings(CLIENT, Map.of("encvoy.template", "sentry"));
        insight = new Insight(server, realm, CLIENT);
    }

    /** Faults with a remedy, as administrators make them. */
    enum Fault {
        REFRESH_TOKEN_IDLE_LIFETIME(client -> client.getAttributes().put("encvoy.refresh_token_ttl", "86400")),
        NO_REFRESH_TOKEN(client -> client.getAttributes().put("use.refresh.tokens", "false")),
        ACCESS_TOKEN_LIFETIME(client -> client.getAttributes().put("encvoy.access_token_ttl", "60")),
        REDIRECT_URI_MISSING(client -> client.setRedirectUris(List.of("https://errors.example.com/auth/sso/"))),
        REDIRECT_URI_SLASH(client -> client.setRedirectUris(List.of(TestRealm.SENTRY_URL + "/auth/sso"))),
        REQUIRED_FIELDS_MISSING(client -> client.getAttributes().put("encvoy.required_fields", "")),
        FULL_SCOPE_ALLOWED(client -> client.setFullScopeAllowed(true)),
        CLIENT_DISABLED(client -> client.setEnabled(false)),
        STANDARD_FLOW_DISABLED(client -> client.setStandardFlowEnabled(false));

        @SuppressWarnings("ImmutableEnumChecker")
        private final Consumer<ClientRepresentation> mistake;

        Fault(Consumer<ClientRepresentation> mistake) {
            this.mistake = mistake;
        }
    }

    private ClientResource change(Consumer<ClientRepresentation> change) {
        ClientRepresentation client = realm.client(CLIENT);
        change.accept(client);
        ClientResource resource = realm.admin().clients().get(client.getId());
        resource.update(client);
        return resource;
    }

    @Test
    void aClientAsShippedHasNoFaultButTheAddressOfTheTests() {
        assertThat(insight.faults()).containsExactly("issuer_local");
    }

    @ParameterizedTest
    @EnumSource
    void aFaultIsNamedAndRemoved(Fault fault) {
        String code = fault.name().toLowerCase(Locale.ROOT);
        change(fault.mistake);

        assertThat(insight.faults()).containsExactlyInAnyOrder(code, "issuer_local");
        assertThat(insight.apply(code)).isTrue();
        assertThat(insight.faults()).containsExactly("issuer_local");
        assertThat(insight.apply(code)).as("a second time").isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Scope.class,
            names = {"ENCVOY", "BASIC", "OFFLINE_ACCESS"})
    void aScopeThatIsMissingIsAdded(Scope scope) {
        ClientResource client = change(same -> {});
        String id = client.getDefaultClientScopes().stream()
                .filter(known -> known.getName().equals(scope.scope))
                .findFirst()
                .orElseThrow()
                .getId();
        client.removeDefaultClientScope(id);
        client.addOptionalClientScope(id);

        assertThat(insight.faults()).containsExactlyInAnyOrder(scope.code, "issuer_local");
        assertThat(insight.apply(scope.code)).isTrue();
        assertThat(insight.faults()).containsExactly("issuer_local");
        assertThat(client.getDefaultClientScopes())
                .anyMatch(known -> known.getId().equals(id));
        assertThat(client.getOptionalClientScopes())
                .noneMatch(known -> known.getId().equals(id));
    }

    /** A default scope, and what is wrong where it is optional only. */
    enum Scope {
        ENCVOY("encvoy", "encvoy_scope_missing"),
        BASIC("basic", "scope_missing"),
        OFFLINE_ACCESS("offline_access", "refresh_token_idle_lifetime");

        private final String scope;
        private final String code;

        Scope(String scope, String code) {
            this.scope = scope;
            this.code = code;
        }
    }

    @Test
    void aLimitOfTheRealmIsNamedAndNotOfferedToBeRemoved() {
        realm.settings(CLIENT, Map.of("encvoy.refresh_token_ttl", "2592000"));
        var limited = realm.admin().toRepresentation();
        limited.setOfflineSessionIdleTimeout(3600);
        realm.admin().update(limited);

        assertThat(insight.faults()).contains("refresh_token_idle_lifetime");
        assertThat(insight.apply("refresh_token_idle_lifetime")).isFalse();
    }

    @Test
    void aClientAsConsolesMakeThemIsAdvisedAndGivenNothing() {
        realm.application("by-hand", "secret-of-a-client-made-by-hand", "https://wiki.example.com/login");
        Insight byHand = new Insight(server, realm, "by-hand");

        assertThat(byHand.faults()).isEmpty();
        assertThat(byHand.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.path("code").asText()).isEqualTo("refresh_token_idle_lifetime");
            assertThat(problem.path("parameters").path(0).asInt()).isEqualTo(24);
            assertThat(problem.has("fix")).isFalse();
        });
    }

    @Test
    void aRealmWithoutAMapperIsNamed() {
        var scope = realm.admin().clientScopes().findAll().stream()
                .filter(known -> known.getName().equals("encvoy"))
                .findFirst()
                .orElseThrow();
        var mappers = realm.admin().clientScopes().get(scope.getId()).getProtocolMappers();
        mappers.getMappers().stream()
                .filter(mapper -> mapper.getProtocolMapper().equals("encvoy-access-mapper"))
                .forEach(mapper -> mappers.delete(mapper.getId()));

        assertThat(insight.faults()).containsExactlyInAnyOrder("mapper_missing", "issuer_local");
    }

    @Test
    void theConfigurationIsThatOfTheProduct() {
        assertThat(insight.configuration())
                .contains(
                        "OIDC_CLIENT_ID = \"error-tracker\"",
                        "OIDC_DOMAIN = \"" + server.at("/realms/checked/api/oidc") + "\"",
                        "<client secret>");
    }
}
