package com.encvoy.keycloak.oidc.introspection;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import jakarta.ws.rs.core.Response;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

import com.encvoy.keycloak.application.PrivateLogin;
import com.encvoy.keycloak.oidc.issuer.IssuerAddress;
import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class IntrospectionRulesTest {

    private final Logger log = Logger.getLogger(IntrospectionRules.class.getName());
    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");
    private final ClientModel issuedTo = Stub.of(ClientModel.class);

    @BeforeEach
    void issueToAnotherApplication() {
        when(stage.session.getContext().getClient()).thenReturn(stage.client);
        when(issuedTo.getId()).thenReturn("issued-id");
        when(issuedTo.getClientId()).thenReturn("issued");
        when(issuedTo.getRealm()).thenReturn(stage.realm);
        when(issuedTo.getProtocolMappersStream()).thenAnswer(call -> Stream.empty());
    }

    @AfterEach
    void logAgain() {
        log.setLevel(null);
    }

    private boolean allows(ClientModel client) {
        return IntrospectionRules.allow(stage.session, client, ada, stage.event);
    }

    private static ProtocolMapperModel mapper(String provider, String key, String value) {
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setProtocolMapper(provider);
        mapper.setConfig(Map.of(key, value));
        return mapper;
    }

    @Nested
    @DisplayName("A token of another application")
    class OtherApplication {

        @BeforeEach
        void askAtAnEncvoyAddress() {
            IntrospectionRules.markEncvoyAddress(stage.session, IssuerAddress.of(stage.session));
        }

        @Test
        void isInactive() {
            assertThat(allows(issuedTo)).isFalse();
            verify(stage.event).error("invalid_token");
        }

        @Test
        void isActiveForThatApplicationItself() {
            assertThat(allows(stage.client)).isTrue();
            verify(stage.event, never()).error(any());
        }

        @ParameterizedTest
        @CsvSource({
            "oidc-audience-mapper, included.client.audience, sentry, true",
            "oidc-audience-mapper, included.custom.audience, sentry, true",
            "oidc-audience-mapper, included.client.audience, another, false",
            "another-mapper, included.client.audience, sentry, false"
        })
        void isActiveWhereAnAudienceMapperNamesTheCaller(String provider, String key, String value, boolean active) {
            when(issuedTo.getProtocolMappersStream()).thenAnswer(call -> Stream.of(mapper(provider, key, value)));

            assertThat(allows(issuedTo)).isEqualTo(active);
        }

        @ParameterizedTest
        @CsvSource({"true", "false"})
        void isActiveWhereAMapperOfAClientScopeDoes(boolean byDefault) {
            ClientScopeModel scope = Stub.of(ClientScopeModel.class);
            when(scope.getProtocolMappersStream())
                    .thenAnswer(
                            call -> Stream.of(mapper("oidc-audience-mapper", "included.client.audience", "sentry")));
            when(issuedTo.getClientScopes(byDefault)).thenReturn(Map.of("audience", scope));

            assertThat(allows(issuedTo)).isTrue();
        }
    }

    @Nested
    @DisplayName("A token at Keycloak's address")
    class KeycloaksAddress {

        @BeforeEach
        void guard() {
            stage.guardApplications();
        }

        @ParameterizedTest
        @CsvSource({"issued, false", "sentry, false", "third, true"})
        void isInactiveWhereThePersonMayNotUseEitherApplication(String blocked, boolean active) {
            Stage.block(ada, blocked);

            assertThat(allows(issuedTo)).isEqualTo(active);
            verify(stage.event, times(active ? 0 : 1)).detail("reason", "blocked");
            verify(stage.event, times(active ? 0 : 1)).error("access_denied");
        }

        @Test
        void isActiveInARealmThatDoesNotGuardApplications() {
            when(stage.realm.getRequiredActionProviderByAlias(any())).thenReturn(null);
            Stage.block(ada, "issued");

            assertThat(allows(issuedTo)).isTrue();
        }
    }

    @Nested
    @DisplayName("A private user name")
    class PrivateName {

        private final UserSessionModel session = Stub.of(UserSessionModel.class);

        private String told(String answer) {
            Response response =
                    Response.ok(answer.getBytes(StandardCharsets.UTF_8)).build();
            Object entity = IntrospectionRules.withoutPrivateLogin(stage.session, session, response)
                    .getEntity();
            return new String((byte[]) entity, StandardCharsets.UTF_8);
        }

        @Test
        void isLeftOut() {
            PrivateLogin.keepOutOfIntrospection(stage.session);

            assertThat(told("{\"active\":true,\"username\":\"ada\"}")).isEqualTo("{\"active\":true}");
            assertThat(told("{\"active\":false}")).isEqualTo("{\"active\":false}");
        }

        @Test
        void ofAnAdministratorWhoActsAsThePersonIsItsId() {
            PrivateLogin.keepOutOfIntrospection(stage.session);
            when(session.getNote("IMPERSONATOR_ID")).thenReturn("admin-id");

            assertThat(told("{\"username\":\"ada\",\"act\":{\"sub\":\"admin\"}}"))
                    .isEqualTo("{\"act\":{\"sub\":\"admin-id\"}}");
        }

        @Test
        void staysWhereItIsNotPrivate() {
            assertThat(told("{\"username\":\"ada\"}")).isEqualTo("{\"username\":\"ada\"}");
        }

        @Test
        void isNotLookedForInAnotherKindOfAnswer() {
            PrivateLogin.keepOutOfIntrospection(stage.session);
            Response jwt = Response.ok("a.b.c").build();

            assertThat(IntrospectionRules.withoutPrivateLogin(stage.session, session, jwt))
                    .isSameAs(jwt);
        }

        @Test
        void isNeverToldWhereTheAnswerCannotBeRead() {
            PrivateLogin.keepOutOfIntrospection(stage.session);

            // The log would show where the answer came from, call by call.
            log.setLevel(Level.OFF);

            assertThatThrownBy(() -> told("{nonsense")).isInstanceOf(IllegalStateException.class);
        }
    }
}
