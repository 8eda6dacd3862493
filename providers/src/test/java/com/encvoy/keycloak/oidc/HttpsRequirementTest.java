package com.encvoy.keycloak.oidc;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.common.enums.SslRequired;

import com.encvoy.keycloak.stage.RequestSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class HttpsRequirementTest {

    private final RequestSession session = RequestSession.open();

    @ParameterizedTest
    @CsvSource({
        "https://id.example/, ALL, 192.0.2.1, false",
        "http://id.example/, ALL, 127.0.0.1, true",
        "http://id.example/, EXTERNAL, 192.0.2.1, true",
        "http://id.example/, EXTERNAL, 127.0.0.1, false",
        "http://id.example/, NONE, 192.0.2.1, false"
    })
    void isViolatedAsTheRealmSays(URI server, SslRequired required, String source, boolean violated) {
        when(session.uri.getBaseUri()).thenReturn(server);
        when(session.realm.getSslRequired()).thenReturn(required);
        session.isFrom(source);

        assertThat(HttpsRequirement.isViolated(session)).isEqualTo(violated);
    }
}
