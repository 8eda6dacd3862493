package com.encvoy.keycloak.oidc;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.common.Profile;
import org.keycloak.models.ClientScopeModel;

import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class RequestedScopesTest {

    private final Stage stage = new Stage();

    @BeforeAll
    static void useKeycloaksDefaultFeatures() {
        Profile.defaults();
    }

    @AfterAll
    static void forgetThem() {
        Profile.reset();
    }

    @BeforeEach
    void haveAScope() {
        ClientScopeModel email = Stub.of(ClientScopeModel.class);
        when(email.getName()).thenReturn("email");
        when(stage.client.getClientScopes(false)).thenReturn(Map.of("email", email));
        when(stage.realm.getClientByClientId("sentry")).thenReturn(stage.client);
    }

    private static MultivaluedMap<String, String> request(String clientId, String scope) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        parameters.put("state", List.of("x"));
        if (clientId != null) {
            parameters.putSingle("client_id", clientId);
        }
        if (scope != null) {
            parameters.putSingle("scope", scope);
        }
        return parameters;
    }

    @ParameterizedTest
    @CsvSource({"openid email nonsense, openid email", "nonsense openid other, openid", "nonsense,"})
    void unknownOnesAreLeftOut(String requested, String kept) {
        MultivaluedMap<String, String> known = RequestedScopes.withoutUnknown(
                        stage.session, request("sentry", requested))
                .orElseThrow();

        assertThat(known.getFirst("scope")).isEqualTo(kept);
        assertThat(known.getFirst("state")).isEqualTo("x");
        assertThat(known.getFirst("client_id")).isEqualTo("sentry");
    }

    @ParameterizedTest
    @CsvSource({"sentry, openid email", "sentry,", "unknown, nonsense", ", nonsense"})
    void aRequestStaysAsItIsOtherwise(String clientId, String requested) {
        assertThat(RequestedScopes.withoutUnknown(stage.session, request(clientId, requested)))
                .isEmpty();
    }

    @Test
    void keycloakSeesTheFormOfTheRequestWithoutThem() {
        stage.session.form.putAll(request("sentry", "openid email"));
        RequestedScopes.dropUnknownScopesOfForm(stage.session);
        verify(stage.session.getContext(), never()).setHttpRequest(any());

        stage.session.form.putSingle("scope", "openid nonsense");
        RequestedScopes.dropUnknownScopesOfForm(stage.session);
        verify(stage.session.getContext()).setHttpRequest(any(HttpRequestWithForm.class));
    }

    @Test
    void theRequestIsTheSameButForItsForm() {
        when(stage.session.request.getHttpMethod()).thenReturn("POST");
        MultivaluedMap<String, String> form = request("sentry", "openid");
        HttpRequestWithForm request = new HttpRequestWithForm(stage.session.request, form);

        assertThat(request.getDecodedFormParameters()).isSameAs(form);
        assertThat(request.getHttpMethod()).isEqualTo("POST");
        assertThat(request.getHttpHeaders()).isSameAs(stage.session.headers);
    }
}
