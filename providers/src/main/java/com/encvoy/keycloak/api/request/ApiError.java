package com.encvoy.keycloak.api.request;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.editing.Refusal;

/** Error responses of the REST API, in the format of RFC 6750. */
public final class ApiError {

    private static final String TOO_MANY_MAILS = "too_many_mails";

    private static final Set<String> NOT_FOUND = Set.of("not_a_member", "not_an_application");

    private static final Set<String> FORBIDDEN =
            Set.of("only_owners", "not_permitted", "composite_role", "blocked_by_administrator");

    private static final Set<String> CONFLICTS = Set.of(
            "already_member",
            "busy",
            "client_id_taken",
            "inherited_role",
            "internal_client",
            "invitation_closed",
            "last_owner",
            "no_mail_server",
            "no_secret",
            "not_yourself",
            "read_only",
            "too_many_applications");

    private ApiError() {}

    public static WebApplicationException unauthorized() {
        return exception(
                Response.status(Status.UNAUTHORIZED)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""),
                "invalid_token",
                "A valid access token of this realm is required.",
                "",
                "");
    }

    public static WebApplicationException forbidden() {
        return forbidden(
                "Requires the role OWNER or EDITOR of the application, or an administrator's role of the realm.",
                "",
                "");
    }

    private static WebApplicationException forbidden(String description, String field, String code) {
        return exception(
                Response.status(Status.FORBIDDEN)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\""),
                "insufficient_scope",
                description,
                field,
                code);
    }

    /** @param field that is wrong, a member of the body or a parameter */
    public static WebApplicationException badRequest(String field, String description) {
        return exception(Response.status(Status.BAD_REQUEST), "invalid_request", description, field, "");
    }

    public static WebApplicationException badRequest(String description) {
        return badRequest("", description);
    }

    public static WebApplicationException conflict(String description) {
        return exception(Response.status(Status.CONFLICT), "conflict", description, "", "");
    }

    public static WebApplicationException notFound(String description) {
        return exception(Response.status(Status.NOT_FOUND), "not_found", description, "", "");
    }

    static WebApplicationException preconditionRequired() {
        return exception(
                Response.status(Status.PRECONDITION_REQUIRED),
                "precondition_required",
                "Send If-Match with the ETag of the application as it was read.",
                "",
                "");
    }

    static WebApplicationException preconditionFailed(String description) {
        return exception(Response.status(Status.PRECONDITION_FAILED), "precondition_failed", description, "", "");
    }

    /**
     * Responds with the first refusal, if there is one; then nothing of the request is stored.
     *
     * @throws WebApplicationException with the status that the refusal's code stands for
     */
    public static void throwIfAny(KeycloakSession session, Collection<Refusal> refusals) {
        refusals.stream().findFirst().ifPresent(refusal -> {
            if (!refusal.code().equals(TOO_MANY_MAILS)) {
                session.getTransactionManager().setRollbackOnly();
            }
            throw refused(refusal);
        });
    }

    static WebApplicationException refused(Refusal refusal) {
        String code = refusal.code();
        if (FORBIDDEN.contains(code)) {
            return forbidden(refusal.description(), refusal.field(), code);
        }
        if (code.equals("stale")) {
            return preconditionFailed(refusal.description());
        }
        if (NOT_FOUND.contains(code)) {
            return refused(Status.NOT_FOUND, "not_found", refusal);
        }
        if (CONFLICTS.contains(code)) {
            return refused(Status.CONFLICT, "conflict", refusal);
        }
        return code.equals(TOO_MANY_MAILS)
                ? refused(Status.TOO_MANY_REQUESTS, "too_many_requests", refusal)
                : refused(Status.BAD_REQUEST, "invalid_request", refusal);
    }

    private static WebApplicationException refused(Status status, String error, Refusal refusal) {
        return exception(Response.status(status), error, refusal.description(), refusal.field(), refusal.code());
    }

    private static WebApplicationException exception(
            Response.ResponseBuilder response, String error, String description, String field, String code) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("error_description", description);
        if (StringUtil.isNotBlank(field)) {
            body.put("field", field);
        }
        if (StringUtil.isNotBlank(code)) {
            body.put("code", code);
        }
        return new WebApplicationException(
                response.type(MediaType.APPLICATION_JSON_TYPE).entity(body).build());
    }
}
