package com.encvoy.keycloak.admin;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import javax.net.ssl.SSLContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Keycloak's Admin REST API. Signs in by itself, keeps its token fresh, waits for a server that is starting, and logs
 * nothing. Usable by several threads.
 */
public final class AdminClient {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final AdminTransport transport;
    private final AdminToken token;

    /**
     * @param server address of the server, without a trailing slash
     * @param login who signs in
     * @param trust the certificates that are trusted
     */
    public AdminClient(URI server, AdminLogin login, SSLContext trust) {
        this(new AdminTransport(server, trust, PAUSE), login);
    }

    AdminClient(AdminTransport transport, AdminLogin login) {
        this.transport = transport;
        this.token = new AdminToken(transport, login);
    }

    /** The realm of this name, which need not exist. */
    public AdminRealm realm(String name) {
        return new AdminRealm(this, name);
    }

    /**
     * A request whose refusal the caller handles.
     *
     * @param path below the address of the server, with its leading slash: {@code /admin/realms}
     * @param body JSON, null for none
     * @throws AdminException without an answer
     */
    public AdminAnswer send(String method, String path, JsonNode body) {
        String used = token.value();
        AdminAnswer answer = transport.send(request(method, path, body, used));
        if (answer.status() == AdminAnswer.UNAUTHORIZED) {
            token.discard(used);
            answer = transport.send(request(method, path, body, token.value()));
        }
        return answer;
    }

    /**
     * As {@link #send}, for a request that must not be refused.
     *
     * @throws AdminException with the server's reason if it is
     */
    public AdminAnswer require(String method, String path, JsonNode body) {
        AdminAnswer answer = send(method, path, body);
        if (!answer.isSuccess()) {
            throw AdminException.refused(
                    answer.status(),
                    "The server refused " + method + " " + path.replaceFirst("\\?.*", "") + " (status "
                            + answer.status() + (answer.reason().isEmpty() ? "" : ", " + answer.reason()) + ")"
                            + (answer.status() == AdminAnswer.FORBIDDEN
                                    ? ": the account lacks a role, such as manage-realm."
                                    : "."));
        }
        return answer;
    }

    private HttpRequest request(String method, String path, JsonNode body, String accessToken) {
        return transport
                .request(path)
                .header("Authorization", "Bearer " + accessToken)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, publisher(body))
                .build();
    }

    private static BodyPublisher publisher(JsonNode body) {
        if (body == null) {
            return BodyPublishers.noBody();
        }
        try {
            return BodyPublishers.ofByteArray(AdminTransport.JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a body that is not JSON", e);
        }
    }
}
