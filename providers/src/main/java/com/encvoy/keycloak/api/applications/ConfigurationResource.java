package com.encvoy.keycloak.api.applications;

import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.api.request.ApiCaller;
import com.encvoy.keycloak.oidc.issuer.ServerLocation;

/** {@code /realms/{realm}/api/applications/{client_id}/configuration}: what to paste into the application. */
public final class ConfigurationResource {

    private final KeycloakSession session;
    private final String clientId;

    ConfigurationResource(KeycloakSession session, String clientId) {
        this.session = session;
        this.clientId = clientId;
    }

    /** As Markdown; with the secret for callers that may read it. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        ClientModel client = caller.application(clientId, ApplicationPermissions::mayRead);
        Optional<String> secret =
                client.isPublicClient() || !caller.permissions().maySeeSecret(client)
                        ? Optional.empty()
                        : Optional.ofNullable(client.getSecret());
        return Response.ok(Map.of("configuration", new ServerLocation(session).configuration(client, secret)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
