package com.encvoy.keycloak.oidc;

import jakarta.ws.rs.core.Response;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

import static org.assertj.core.api.Assertions.assertThat;

class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        ".well-known/openid-configuration, DISCOVERY, false, 'GET, HEAD, OPTIONS'",
        "jwks, JWKS, false, 'GET, HEAD, OPTIONS'",
        "auth, AUTHORIZATION, true, 'GET, POST, HEAD, OPTIONS'",
        "token, TOKEN, false, 'POST, OPTIONS'",
        "me, USERINFO, false, 'GET, POST, HEAD, OPTIONS'",
        "token/introspection, INTROSPECTION, false, 'POST, OPTIONS'",
        "token/revocation, REVOCATION, false, 'POST, OPTIONS'",
        "session/end, END_SESSION, true, 'GET, POST, HEAD, OPTIONS'",
        "request, PUSHED_AUTHORIZATION, false, 'POST, OPTIONS'",
        "client, CLIENT_INFORMATION, false, 'POST, OPTIONS'"
    })
    void isAtItsPathForItsCallersAndMethods(String path, Endpoint endpoint, boolean front, String allow) {
        assertThat(Endpoint.at(path)).contains(endpoint);
        assertThat(endpoint.isFrontChannel()).isEqualTo(front);
        assertThat(endpoint.allowHeader()).isEqualTo(allow);
        assertThat(endpoint.needsForm()).isEqualTo(endpoint != Endpoint.USERINFO);
        for (String method : new String[] {"GET", "HEAD", "POST"}) {
            assertThat(endpoint.allows(method)).as(method).isEqualTo(allow.contains(method));
        }
        assertThat(endpoint.allows("PUT")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"''", "/auth", "auth/", "AUTH", "token/other"})
    void isNowhereElse(String path) {
        assertThat(Endpoint.at(path)).isEmpty();
    }

    @Test
    void saysWhichMethodsItAnswersTo() {
        Response response = OAuthErrors.methodNotAllowed(Endpoint.TOKEN);

        assertThat(response.getStatus()).isEqualTo(405);
        assertThat(response.getHeaderString("Allow")).isEqualTo("POST, OPTIONS");
        assertThat(((OAuth2ErrorRepresentation) response.getEntity()).getError())
                .isEqualTo("invalid_request");
    }

    @Test
    void hasErrorsThatAreNotCached() {
        assertThat(OAuthErrors.notFound().getStatus()).isEqualTo(404);
        assertThat(OAuthErrors.badRequest("").getStatus()).isEqualTo(400);
        assertThat(OAuthErrors.httpsRequired().getStatus()).isEqualTo(403);
        assertThat(OAuthErrors.notFound().getHeaderString("Cache-Control")).isEqualTo("no-store");
    }
}
