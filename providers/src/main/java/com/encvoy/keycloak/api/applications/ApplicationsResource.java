package com.encvoy.keycloak.api.applications;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.access.VisibleApplications;
import com.encvoy.keycloak.api.request.ApiCaller;
import com.encvoy.keycloak.api.request.ApiError;
import com.encvoy.keycloak.api.request.EntityVersion;
import com.encvoy.keycloak.api.request.PageRange;
import com.encvoy.keycloak.api.request.Parameter;
import com.encvoy.keycloak.application.editing.ClientCreation;
import com.encvoy.keycloak.oidc.issuer.ServerLocation;

/** {@code /realms/{realm}/api/applications}: the applications of a realm. */
public final class ApplicationsResource {

    private static final int MAX_FIRST = 1_000_000;

    private final KeycloakSession session;

    public ApplicationsResource(KeycloakSession session) {
        this.session = session;
    }

    /**
     * The applications that the caller may see, in brief.
     *
     * @param owner {@code none} for those without an owner, which administrators may list
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("search") String search,
            @QueryParam("owner") String owner,
            @QueryParam("first") String first,
            @QueryParam("max") String max) {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        PageRange range = PageRange.of(first, max, MAX_FIRST);
        String part = Parameter.text("search", search);
        VisibleApplications visible = new VisibleApplications(session, caller.caller());
        VisibleApplications.Page page;
        if (owner == null) {
            page = visible.page(part, range.first(), range.max());
        } else {
            if (!owner.equals("none") || part != null) {
                throw ApiError.badRequest("owner", "owner must be none, and cannot be combined with search.");
            }
            caller.require(caller.permissions().seesAll());
            page = visible.withoutOwner(range.first(), range.max());
        }
        ApplicationShown shown = new ApplicationShown(caller.permissions());
        return PageRange.answer(
                session, page.applications().stream().map(shown::brief).toList(), page.next());
    }

    /**
     * Creates an application, of which the caller becomes the owner.
     *
     * @return its credentials, and the configuration to paste into it
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        caller.require(caller.permissions().mayCreate());
        ClientCreation.Result result = NewApplication.parse(body).create(session, caller.caller());
        ApiError.throwIfAny(session, result.refusals());
        ClientModel client = result.client().orElseThrow();
        Optional<String> secret = client.isPublicClient() ? Optional.empty() : Optional.ofNullable(client.getSecret());
        Map<String, Object> created = new LinkedHashMap<>();
        created.put("client_id", client.getClientId());
        secret.ifPresent(text -> created.put("client_secret", text));
        created.put("configuration", new ServerLocation(session).configuration(client, secret));
        return Response.created(address(client))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.ETAG, EntityVersion.tag(client))
                .entity(created)
                .build();
    }

    private URI address(ClientModel client) {
        return UriBuilder.fromUri(session.getContext().getUri().getAbsolutePath())
                .path("{client_id}")
                .build(client.getClientId());
    }

    /** Refuses IDs that no database can find, also for the resources that require no token. */
    @Path("{client_id}")
    public ApplicationResource application(@PathParam("client_id") String clientId) {
        if (!Parameter.isStorable(clientId)) {
            throw ApiError.notFound("Application not found.");
        }
        return new ApplicationResource(session, clientId);
    }
}
