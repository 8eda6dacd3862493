package com.encvoy.keycloak.oidc;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientScopeModel;

import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class ClientInformationTest {

    private final Stage stage = new Stage();

    @BeforeEach
    void haveAClient() {
        when(stage.client.getRedirectUris()).thenReturn(Set.of("https://app.example/callback"));
        when(stage.client.getClientScopes(true)).thenReturn(scopes("profile", "encvoy"));
        when(stage.client.getClientScopes(false)).thenReturn(scopes("email"));
        when(stage.realm.getAccessTokenLifespan()).thenReturn(1800);
        when(stage.realm.getSsoSessionIdleTimeout()).thenReturn(3600);
        when(stage.realm.getSsoSessionMaxLifespan()).thenReturn(7200);
        when(stage.realm.getOfflineSessionIdleTimeout()).thenReturn(86_400);
    }

    private static Map<String, ClientScopeModel> scopes(String... names) {
        Map<String, ClientScopeModel> scopes = new HashMap<>();
        for (String name : names) {
            scopes.put(name, Stub.of(ClientScopeModel.class));
        }
        return scopes;
    }

    private Map<String, Object> described() {
        return new ClientInformation(stage.session, stage.event).describe(stage.client);
    }

    @Test
    void saysWhatTheClientIsRegisteredFor() {
        when(stage.client.isFullScopeAllowed()).thenReturn(true);

        assertThat(described())
                .containsEntry("client_id", "sentry")
                .containsEntry("redirect_uris", Set.of("https://app.example/callback"))
                .containsEntry("scope", "email encvoy openid profile")
                .containsEntry("default_scope", "encvoy openid profile")
                .containsEntry("full_scope_allowed", true);
    }

    @ParameterizedTest
    @CsvSource({"600, 600", "'', 1800", ", 1800", "-1,"})
    void accessTokensLiveAsTheClientSaysOrElseTheRealm(String own, Integer seconds) {
        when(stage.client.getAttribute("access.token.lifespan")).thenReturn(own);

        assertThat(described().get("access_token_lifetime")).isEqualTo(seconds);
    }

    @Nested
    @DisplayName("Refresh tokens")
    class RefreshTokens {

        @Test
        void areLeftOutWhereThereAreNone() {
            when(stage.client.getAttribute("use.refresh.tokens")).thenReturn("false");

            assertThat(described()).doesNotContainKeys("refresh_token_idle_lifetime", "refresh_token_lifetime");
        }

        @Test
        void endWithTheSessionOfThePerson() {
            assertThat(described())
                    .containsEntry("refresh_token_idle_lifetime", 3600L)
                    .containsEntry("refresh_token_lifetime", 7200L);
        }

        @Test
        void endEarlierWhereTheClientSaysSo() {
            when(stage.client.getAttribute("client.session.idle.timeout")).thenReturn("600");
            when(stage.client.getAttribute("client.session.max.lifespan")).thenReturn("900");

            assertThat(described())
                    .containsEntry("refresh_token_idle_lifetime", 600L)
                    .containsEntry("refresh_token_lifetime", 900L);
        }

        @Test
        void neverEndLaterThanTheSessionWhateverTheClientSays() {
            when(stage.client.getAttribute("client.session.idle.timeout")).thenReturn("9000");

            assertThat(described()).containsEntry("refresh_token_idle_lifetime", 3600L);
        }

        @Test
        void ofOfflineSessionsHaveNoEndButIdleness() {
            when(stage.client.getClientScopes(true)).thenReturn(scopes("offline_access"));

            assertThat(described())
                    .containsEntry("refresh_token_idle_lifetime", 86_400L)
                    .doesNotContainKey("refresh_token_lifetime");
        }
    }
}
