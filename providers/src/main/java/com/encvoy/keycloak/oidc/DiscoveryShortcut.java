package com.encvoy.keycloak.oidc;

import java.util.HashMap;
import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import org.keycloak.utils.MediaType;

/**
 * Repeats the discovery document and the keys for one second, without a session or a transaction: every process of an
 * application asks when it starts, and Sentry gives up after two seconds. Clients may keep the document for a minute
 * anyway.
 *
 * <p>The key is what the document was made from, the base address that Keycloak sees and the path: a request line may
 * name another host than the header {@code Host}, and a document must not leave the host it was made for.
 */
@Provider
@PreMatching
@Priority(DiscoveryShortcut.AFTER_SECURITY_HEADERS)
public class DiscoveryShortcut implements ContainerRequestFilter, ContainerResponseFilter {

    /** Keycloak adds its security headers at 10, and response filters run from the highest number down. */
    static final int AFTER_SECURITY_HEADERS = 5;

    private static final String REPEATED = DiscoveryShortcut.class.getName() + ".repeated";

    private static final long REPEAT_NANOS = 1_000_000_000L;

    private @SuppressWarnings("ArrayRecordComponent") record Answer(
            byte[] body, Map<String, String> headers, long givenAt) {

        Response repeat() {
            Response.ResponseBuilder response = Response.ok(body);
            headers.forEach(response::header);
            return response.build();
        }
    }

    private @SuppressWarnings("ArrayRecordComponent") record Address(String base, String path) {

        static Address of(ContainerRequestContext request) {
            return new Address(
                    request.getUriInfo().getBaseUri().toString(),
                    request.getUriInfo().getPath());
        }
    }

    private final RecentlyUsed<Address, Answer> answers = new RecentlyUsed<>();

    @Override
    public void filter(ContainerRequestContext request) {
        if (!isPlain(request)) {
            return;
        }
        Answer answer = answers.get(Address.of(request));
        if (answer != null && System.nanoTime() - answer.givenAt() < REPEAT_NANOS) {
            request.setProperty(REPEATED, true);
            request.abortWith(answer.repeat());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == Response.Status.OK.getStatusCode()
                && response.getEntity() instanceof byte[] body
                && isPlain(request)
                && request.getProperty(REPEATED) == null) {
            Map<String, String> headers = new HashMap<>();
            response.getHeaders().forEach((name, values) -> headers.put(name, String.valueOf(values.get(0))));
            answers.put(Address.of(request), new Answer(body, headers, System.nanoTime()));
        }
    }

    /** Cross-origin and conditional requests, and those for another type, have answers of their own. */
    private static boolean isPlain(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return (path.endsWith(Endpoint.DISCOVERY.path()) || path.endsWith("/" + Endpoint.JWKS.path()))
                && MalformedRequestFilter.isOurs(path)
                && request.getMethod().equals("GET")
                && !MediaType.APPLICATION_JWKS.equals(request.getHeaderString(HttpHeaders.ACCEPT))
                && request.getHeaderString("Origin") == null
                && request.getHeaderString(HttpHeaders.IF_NONE_MATCH) == null;
    }
}
