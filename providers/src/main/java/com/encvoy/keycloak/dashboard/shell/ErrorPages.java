package com.encvoy.keycloak.dashboard.shell;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;

/** Pages that say why something was not done, with a link to continue. */
final class ErrorPages {

    private ErrorPages() {}

    /** A realm without a dashboard: Keycloak's own page. */
    static WebApplicationException notFound() {
        return new NotFoundException();
    }

    static WebApplicationException notFound(Visit visit) {
        return page(visit, Status.NOT_FOUND, "not_found");
    }

    static WebApplicationException forbidden(Visit visit) {
        return page(visit, Status.FORBIDDEN, "forbidden");
    }

    /** The form does not belong to this session. */
    static WebApplicationException stale(Visit visit) {
        return page(visit, Status.FORBIDDEN, "stale");
    }

    /** An administrator who acts as the person may look, and change nothing. */
    static WebApplicationException impersonated(Visit visit) {
        return page(visit, Status.FORBIDDEN, "impersonated");
    }

    /** Another sign-in did not help: the identity provider vouches for an old one. */
    static WebApplicationException notRecent(Visit visit) {
        return page(visit, Status.FORBIDDEN, "not_recent");
    }

    private static WebApplicationException page(Visit visit, Status status, String problem) {
        return new WebApplicationException(
                visit.page("problem").with("problem", problem).status(status).render());
    }
}
