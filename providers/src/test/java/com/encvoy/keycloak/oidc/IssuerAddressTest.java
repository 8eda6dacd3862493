package com.encvoy.keycloak.oidc;

import java.net.URI;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.common.enums.SslRequired;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.urls.UrlType;

import com.encvoy.keycloak.stage.RequestSession;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class IssuerAddressTest {

    private final RequestSession session = RequestSession.open();
    private final IssuerAddress address = new IssuerAddress(session);

    @BeforeEach
    void haveTwoAddresses() {
        serve(UrlType.FRONTEND, "https://id.example/");
        serve(UrlType.BACKEND, "http://keycloak:8080/auth");
    }

    private void serve(UrlType type, String base) {
        KeycloakUriInfo uri = Stub.ofClass(KeycloakUriInfo.class);
        when(uri.getBaseUri()).thenReturn(URI.create(base));
        when(session.getContext().getUri(type)).thenReturn(uri);
    }

    @Test
    void isThatOfTheRealm() {
        assertThat(address.isRootAlias()).isFalse();
        assertThat(address.issuer()).isEqualTo("https://id.example/realms/demo/api/oidc");
        assertThat(address.backChannel("token")).hasToString("http://keycloak:8080/auth/realms/demo/api/oidc/token");
        assertThat(address.frontChannel("auth")).hasToString("https://id.example/realms/demo/api/oidc/auth");
    }

    @Test
    void isThatOfTheServerAtTheRootAliasButForBrowsers() {
        IssuerAddress.markRootAlias(session);

        assertThat(address.isRootAlias()).isTrue();
        assertThat(address.issuer()).isEqualTo("https://id.example/api/oidc");
        assertThat(address.backChannel("token")).hasToString("http://keycloak:8080/auth/api/oidc/token");
        assertThat(address.frontChannel("auth")).hasToString("https://id.example/realms/demo/api/oidc/auth");
    }

    @ParameterizedTest
    @CsvSource({
        "https://id.example/, ALL, 192.0.2.1, false",
        "http://id.example/, ALL, 127.0.0.1, true",
        "http://id.example/, EXTERNAL, 192.0.2.1, true",
        "http://id.example/, EXTERNAL, 127.0.0.1, false",
        "http://id.example/, NONE, 192.0.2.1, false"
    })
    void mustBeHttpsAsTheRealmSays(URI server, SslRequired required, String source, boolean violated) {
        when(session.uri.getBaseUri()).thenReturn(server);
        when(session.realm.getSslRequired()).thenReturn(required);
        session.isFrom(source);

        assertThat(HttpsRequirement.isViolated(session)).isEqualTo(violated);
    }
}
