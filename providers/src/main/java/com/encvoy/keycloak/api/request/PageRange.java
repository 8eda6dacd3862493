package com.encvoy.keycloak.api.request;

import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import org.keycloak.models.KeycloakSession;

/**
 * The requested part of a list.
 *
 * @param first how many to skip
 * @param max how many to answer, 1 to 100
 */
public record PageRange(int first, int max) {

    public static final int MAX = 100;

    private static final int DEFAULT = 20;

    /**
     * @param maxFirst how many can be skipped
     * @throws jakarta.ws.rs.WebApplicationException 400 if a parameter is not a number, or outside its range
     */
    public static PageRange of(String first, String max, int maxFirst) {
        return new PageRange((int) Parameter.number("first", first, 0, 0, maxFirst), (int)
                Parameter.number("max", max, DEFAULT, 1, MAX));
    }

    /** A page of a list. There is another page if more entries were found than requested. */
    public Response answer(KeycloakSession session, List<?> found) {
        boolean more = found.size() > max;
        return answer(session, more ? found.subList(0, max) : found, more ? first + max : -1);
    }

    /**
     * A page as an array, and the address of the next page in the header {@code Link} (RFC 8288).
     *
     * @param next where the next page begins, negative if there is none
     */
    public static Response answer(KeycloakSession session, List<?> page, int next) {
        Response.ResponseBuilder answer = Response.ok(page);
        if (next >= 0) {
            String address = UriBuilder.fromUri(session.getContext().getUri().getRequestUri())
                    .replaceQueryParam("first", next)
                    .build()
                    .toASCIIString();
            answer.header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\"");
        }
        return answer.build();
    }
}
