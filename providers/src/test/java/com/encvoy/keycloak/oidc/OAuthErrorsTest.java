package com.encvoy.keycloak.oidc;

import java.util.Base64;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

import com.encvoy.keycloak.stage.RequestSession;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;
import static org.mockito.Mockito.when;

class OAuthErrorsTest {

    private final RequestSession session = RequestSession.open();
    private final OAuthErrors errors = new OAuthErrors(session);

    private static Response keycloaks(int status, String error, String description) {
        return Response.status(status)
                .entity(new OAuth2ErrorRepresentation(error, description))
                .build();
    }

    private static OAuth2ErrorRepresentation error(Response response) {
        return (OAuth2ErrorRepresentation) response.getEntity();
    }

    private static void assertWrongClient(Response response) {
        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(error(response).getError()).isEqualTo("invalid_client");
        assertThat(error(response).getErrorDescription())
                .isEqualTo("The client ID or the client secret of the application is wrong.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x:50%", "x:50%zz", "%:y", "x:%f"})
    void credentialsThatCannotBeDecodedAreWrong(String credentials) {
        when(session.realm.getName()).thenReturn("demo");
        when(session.headers.getHeaderString("Authorization"))
                .thenReturn("Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));

        Response response = errors.translate(() -> fail("Keycloak is not asked"));

        assertWrongClient(response);
        assertThat(response.getHeaderString("WWW-Authenticate")).isEqualTo("Basic realm=\"demo\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x:50%25", "x:y", "x"})
    void otherCredentialsAreKeycloaksConcern(String credentials) {
        when(session.headers.getHeaderString("Authorization"))
                .thenReturn("Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));

        assertThat(errors.translate(() -> Response.noContent().build()).getStatus())
                .isEqualTo(204);
    }

    @Nested
    @DisplayName("An answer of Keycloak")
    class Answer {

        @ParameterizedTest
        @ValueSource(ints = {400, 401, 403})
        void isThatOfAWrongClientWhateverItsStatus(int status) {
            assertWrongClient(errors.translate(() -> keycloaks(status, "invalid_client", "whatever")));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Invalid client or Invalid client credentials",
                    "Authentication failed.",
                    "Client authentication failed."
                })
        void isThatOfAWrongClientWithEachOfItsThreeSentences(String sentence) {
            assertWrongClient(errors.translate(() -> keycloaks(400, "invalid_request", sentence)));
            assertWrongClient(errors.translate(() -> keycloaks(401, "unauthorized_client", sentence)));
        }

        @Test
        void asksForBasicCredentialsWhereItWasGivenSome() {
            when(session.realm.getName()).thenReturn("de\"m\\o");
            when(session.headers.getHeaderString("Authorization")).thenReturn("basic eDp5");

            assertThat(errors.translate(() -> keycloaks(401, "invalid_client", ""))
                            .getHeaderString("WWW-Authenticate"))
                    .isEqualTo("Basic realm=\"demo\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "Bearer x"})
        void asksForNoneOtherwise(String authorization) {
            when(session.headers.getHeaderString("Authorization"))
                    .thenReturn(authorization.isEmpty() ? null : authorization);

            assertThat(errors.translate(() -> keycloaks(401, "invalid_client", ""))
                            .getHeaderString("WWW-Authenticate"))
                    .isNull();
        }

        @ParameterizedTest
        @CsvSource({"401, 400", "400, 400", "403, 403", "500, 500"})
        void isAboutTheRequestOtherwise(int status, int translated) {
            Response response = errors.translate(() -> keycloaks(status, "unauthorized_client", "Not allowed"));

            assertThat(response.getStatus()).isEqualTo(translated);
            assertThat(error(response).getError()).isEqualTo("unauthorized_client");
            assertThat(error(response).getErrorDescription()).isEqualTo("Not allowed");
        }

        @Test
        void isNoErrorWhereAnUnknownTokenWasRevoked() {
            Response response = errors.translate(() -> keycloaks(200, "invalid_token", "Invalid token"));

            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.getEntity()).isNull();
            assertThat(response.getMediaType()).isEqualTo(MediaType.APPLICATION_JSON_TYPE);
        }

        @Test
        void isLeftAsItIsWithoutAnError() {
            Response response = Response.status(401).entity("tokens").build();

            assertThat(errors.translate(() -> response)).isSameAs(response);
        }
    }

    @Nested
    @DisplayName("An exception of Keycloak")
    class Thrown {

        @Test
        void staysOneWithTheTranslatedAnswer() {
            WebApplicationException thrown = new WebApplicationException(keycloaks(400, "invalid_client", "whatever"));

            WebApplicationException translated = catchThrowableOfType(
                    WebApplicationException.class,
                    () -> errors.translate(() -> {
                        throw thrown;
                    }));

            assertThat(translated).hasCause(thrown);
            assertWrongClient(translated.getResponse());
        }

        @Test
        void isABadRequestWhereATokenCannotBeRead() {
            WebApplicationException translated = catchThrowableOfType(
                    WebApplicationException.class,
                    () -> errors.translate(() -> {
                        throw new IllegalStateException(new JWSInputException("no JWT"));
                    }));

            assertThat(translated.getResponse().getStatus()).isEqualTo(400);
            assertThat(error(translated.getResponse()).getError()).isEqualTo("invalid_request");
        }

        @Test
        void isThrownOnOtherwise() {
            IllegalStateException thrown = new IllegalStateException("broken");

            assertThatThrownBy(() -> errors.translateUserinfo(() -> {
                        throw thrown;
                    }))
                    .isSameAs(thrown);
        }
    }

    @Nested
    @DisplayName("An answer of userinfo")
    class Userinfo {

        private Response translate(String challenge) {
            return errors.translateUserinfo(() ->
                    Response.status(401).header("WWW-Authenticate", challenge).build());
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        Bearer realm="x", error="invalid_token", error_description="old" | invalid_token | old
                        Bearer realm="x", error="invalid_token" | invalid_token |
                        Bearer realm="demo" | invalid_token | An access token is missing.
                        """)
        void saysInItsBodyWhatItsHeaderSays(String challenge, String error, String description) {
            Response response = translate(challenge);

            assertThat(response.getStatus()).isEqualTo(401);
            assertThat(response.getHeaderString("WWW-Authenticate")).isEqualTo(challenge);
            assertThat(response.getMediaType()).isEqualTo(MediaType.APPLICATION_JSON_TYPE);
            assertThat(error(response).getError()).isEqualTo(error);
            assertThat(error(response).getErrorDescription()).isEqualTo(description);
        }

        @Test
        void isLeftAsItIsWithoutAChallenge() {
            Response response = Response.ok("claims").build();

            assertThat(errors.translateUserinfo(() -> response)).isSameAs(response);
        }
    }
}
