package com.encvoy.keycloak.api;

import java.util.Map;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/** Error responses of the REST API, in the format of RFC 6750. */
final class ApiError {

    private ApiError() {}

    static WebApplicationException unauthorized() {
        return exception(
                Response.status(Status.UNAUTHORIZED)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""),
                "invalid_token",
                "A valid access token of this realm is required.");
    }

    static WebApplicationException forbidden() {
        return exception(
                Response.status(Status.FORBIDDEN)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\""),
                "insufficient_scope",
                "Requires the role OWNER or EDITOR of the application, or an administrator's role of the realm.");
    }

    /** @param field that is wrong, a member of the body */
    static WebApplicationException badRequest(String field, String description) {
        return exception(Response.status(Status.BAD_REQUEST), "invalid_request", description, field);
    }

    static WebApplicationException badRequest(String description) {
        return exception(Response.status(Status.BAD_REQUEST), "invalid_request", description);
    }

    /** @param field that is in use already, a member of the body */
    static WebApplicationException conflict(String field, String description) {
        return exception(Response.status(Status.CONFLICT), "conflict", description, field);
    }

    static WebApplicationException notFound(String description) {
        return exception(Response.status(Status.NOT_FOUND), "not_found", description);
    }

    private static WebApplicationException exception(
            Response.ResponseBuilder response, String error, String description) {
        return new WebApplicationException(response.type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new OAuth2ErrorRepresentation(error, description))
                .build());
    }

    private static WebApplicationException exception(
            Response.ResponseBuilder response, String error, String description, String field) {
        return new WebApplicationException(response.type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("error", error, "error_description", description, "field", field))
                .build());
    }
}
