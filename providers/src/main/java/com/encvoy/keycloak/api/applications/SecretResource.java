package com.encvoy.keycloak.api.applications;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.api.request.ApiCaller;
import com.encvoy.keycloak.api.request.ApiError;
import com.encvoy.keycloak.application.editing.ClientSecret;
import com.encvoy.keycloak.membership.OwnerMail;

/** {@code /realms/{realm}/api/applications/{client_id}/secret}: the client secret. */
public final class SecretResource {

    private final KeycloakSession session;
    private final String clientId;

    SecretResource(KeycloakSession session, String clientId) {
        this.session = session;
        this.clientId = clientId;
    }

    /** The secret, and until when the previous one works. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        ClientModel client =
                ApiCaller.fromBearerToken(session).application(clientId, ApplicationPermissions::maySeeSecret);
        if (client.isPublicClient() || client.getSecret() == null) {
            throw ApiError.notFound("The application has no secret.");
        }
        return answer(client, ClientSecret.oldWorksUntil(client));
    }

    /** Replaces the secret, and notifies the owners. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response rotate() {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        ClientModel client = caller.application(clientId, ApplicationPermissions::maySeeSecret);
        ClientSecret.Rotation rotation = new ClientSecret(session).rotate(caller.caller(), client);
        ApiError.throwIfAny(session, rotation.refusals());
        new OwnerMail(session, client).secretRotated(caller.user());
        return answer(client, rotation.oldWorksUntil());
    }

    private static Response answer(ClientModel client, Optional<Instant> oldWorksUntil) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("client_id", client.getClientId());
        shown.put("client_secret", client.getSecret());
        shown.put(
                "old_secret_expires_at",
                oldWorksUntil.map(Instant::getEpochSecond).orElse(null));
        return Response.ok(shown).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
