package com.encvoy.keycloak.oidc;

import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;
import org.keycloak.util.BasicAuthHelper;

/**
 * Format of errors for applications: JSON with {@code error} and {@code error_description} (RFC 6749, section 5.2).
 * Descriptions are written for users, since Sentry displays them.
 */
public final class OAuthErrors {

    private static final Pattern CHALLENGE =
            Pattern.compile("error=\"([^\"]*)\"(?:,\\s*error_description=\"([^\"]*)\")?");

    /** Keycloak's descriptions, with different error codes, for failed client authentication. */
    private static final Set<String> CLIENT_REFUSED = Set.of(
            "Invalid client or Invalid client credentials", "Authentication failed.", "Client authentication failed.");

    private final KeycloakSession session;

    OAuthErrors(KeycloakSession session) {
        this.session = session;
    }

    /** 404 for unknown endpoints, and if there is no realm at the address. */
    public static Response notFound() {
        return error(Status.NOT_FOUND, "not_found", "There is no such endpoint.")
                .build();
    }

    static Response methodNotAllowed(Endpoint endpoint) {
        return error(
                        Status.METHOD_NOT_ALLOWED,
                        OAuthErrorException.INVALID_REQUEST,
                        "Allowed methods of this endpoint: " + endpoint.allowHeader() + ".")
                .header(HttpHeaders.ALLOW, endpoint.allowHeader())
                .build();
    }

    static Response badRequest(String description) {
        return badRequest(OAuthErrorException.INVALID_REQUEST, description);
    }

    static Response badRequest(String error, String description) {
        return error(Status.BAD_REQUEST, error, description).build();
    }

    static Response httpsRequired() {
        return error(Status.FORBIDDEN, OAuthErrorException.INVALID_REQUEST, "HTTPS required")
                .build();
    }

    /** For the token, introspection, revocation and pushed authorization endpoints. */
    Response translate(Supplier<Response> endpoint) {
        if (hasUndecodableCredentials()) {
            return undecodableCredentials();
        }
        return answer(endpoint, this::translate);
    }

    /** Whether client ID or secret contain a {@code %} that encodes nothing (RFC 6749, section 2.3.1). */
    private boolean hasUndecodableCredentials() {
        String authorization = authorization();
        if (authorization == null) {
            return false;
        }
        try {
            BasicAuthHelper.RFC6749.parseHeader(authorization);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /** Keycloak would answer with an internal error. */
    private Response undecodableCredentials() {
        KeycloakContext context = session.getContext();
        new EventBuilder(context.getRealm(), session, context.getConnection())
                .event(EventType.CLIENT_LOGIN)
                .detail(Details.REASON, "The credentials in the header are not encoded as RFC 6749 requires")
                .error(Errors.INVALID_CLIENT_CREDENTIALS);
        return invalidClient(Response.status(Status.UNAUTHORIZED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build());
    }

    /** For userinfo, whose errors Keycloak sends only in a header (RFC 6750, section 3). */
    Response translateUserinfo(Supplier<Response> endpoint) {
        return answer(endpoint, this::withBody);
    }

    private static Response answer(Supplier<Response> endpoint, UnaryOperator<Response> translation) {
        try {
            return translation.apply(endpoint.get());
        } catch (WebApplicationException e) {
            // Rethrown, not returned: the exception makes Keycloak roll the transaction back.
            throw new WebApplicationException(e, translation.apply(e.getResponse()));
        } catch (RuntimeException e) {
            // Keycloak throws this for a client assertion that is not a JWT.
            throw e.getCause() instanceof JWSInputException
                    ? new WebApplicationException(
                            e, badRequest("The request contains a token that could not be parsed."))
                    : e;
        }
    }

    private Response translate(Response response) {
        if (!(response.getEntity() instanceof OAuth2ErrorRepresentation error)) {
            return response;
        }
        if (response.getStatus() == Status.OK.getStatusCode()) {
            // An unknown token is considered revoked (RFC 7009, section 2.2).
            return Response.ok().type(MediaType.APPLICATION_JSON_TYPE).build();
        }
        if (OAuthErrorException.INVALID_CLIENT.equals(error.getError())
                || CLIENT_REFUSED.contains(error.getErrorDescription())) {
            return invalidClient(response);
        }
        // Status 401 is for failed client authentication (RFC 6749, section 5.2), not for a client that requests too
        // much.
        return response.getStatus() == Status.UNAUTHORIZED.getStatusCode()
                ? Response.fromResponse(response).status(Status.BAD_REQUEST).build()
                : response;
    }

    private Response invalidClient(Response response) {
        Response.ResponseBuilder builder = Response.fromResponse(response)
                .status(Status.UNAUTHORIZED)
                .entity(new OAuth2ErrorRepresentation(
                        OAuthErrorException.INVALID_CLIENT,
                        "The client ID or the client secret of the application is wrong."));
        String authorization = authorization();
        if (authorization != null && authorization.regionMatches(true, 0, "Basic", 0, 5)) {
            builder.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"" + realm() + "\"");
        }
        return builder.build();
    }

    private String authorization() {
        return session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.AUTHORIZATION);
    }

    private Response withBody(Response response) {
        String challenge = response.getHeaderString(HttpHeaders.WWW_AUTHENTICATE);
        if (challenge == null) {
            return response;
        }
        Matcher details = CHALLENGE.matcher(challenge);
        OAuth2ErrorRepresentation body = details.find()
                ? new OAuth2ErrorRepresentation(details.group(1), details.group(2))
                : new OAuth2ErrorRepresentation(OAuthErrorException.INVALID_TOKEN, "An access token is missing.");
        return Response.fromResponse(response)
                .entity(body)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private String realm() {
        return session.getContext().getRealm().getName().replaceAll("[\"\\\\]", "");
    }

    private static Response.ResponseBuilder error(Status status, String error, String description) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new OAuth2ErrorRepresentation(error, description));
    }
}
