package com.encvoy.keycloak.oidc;

import java.util.Optional;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.cors.Cors;

import com.encvoy.keycloak.oidc.issuer.AddressFamily;
import com.encvoy.keycloak.oidc.issuer.IssuerAddress;
import com.encvoy.keycloak.oidc.issuer.ServerRoot;

/**
 * Encvoy ID's OpenID Connect endpoints. Handles all requests below the prefix, so that unknown paths and invalid
 * requests also get errors in the format of the RFCs.
 */
public final class OidcResource {

    private static final String ANY_PATH = "{path:.*}";

    private final KeycloakSession session;
    private final DiscoveryDocumentCache documents;
    private final IssuerAddress requested;

    public OidcResource(KeycloakSession session, DiscoveryDocumentCache documents) {
        this.session = session;
        this.documents = documents;
        this.requested = IssuerAddress.of(session);
    }

    @GET
    @Path(ANY_PATH)
    public Response get(@PathParam("path") String path) {
        return answer("GET", path);
    }

    @HEAD
    @Path(ANY_PATH)
    public Response head(@PathParam("path") String path) {
        return answer("HEAD", path);
    }

    @POST
    @Path(ANY_PATH)
    public Response post(@PathParam("path") String path) {
        return answer("POST", path);
    }

    @PUT
    @Path(ANY_PATH)
    public Response put(@PathParam("path") String path) {
        return answer("PUT", path);
    }

    @PATCH
    @Path(ANY_PATH)
    public Response patch(@PathParam("path") String path) {
        return answer("PATCH", path);
    }

    @DELETE
    @Path(ANY_PATH)
    public Response delete(@PathParam("path") String path) {
        return answer("DELETE", path);
    }

    @OPTIONS
    @Path(ANY_PATH)
    public Response options(@PathParam("path") String path) {
        return answer("OPTIONS", path);
    }

    private Response answer(String method, String path) {
        Optional<AddressFamily> browsers =
                requested.isOfServer() ? Optional.empty() : AddressFamily.ofFrontChannel(path);
        return browsers.isPresent()
                ? answerBrowser(method, path, browsers.get())
                : answer(method, Endpoint.at(path), requested);
    }

    /** Answers at the realm's own path, to which the addresses of the server send browsers. */
    private Response answerBrowser(String method, String path, AddressFamily family) {
        Optional<Endpoint> endpoint = Endpoint.at(
                        path.substring(family.frontChannel().length()))
                .filter(found -> found.isFrontChannel() && ServerRoot.has(session, family));
        return answer(method, endpoint, new IssuerAddress(session, family));
    }

    private Response answer(String method, Optional<Endpoint> found, IssuerAddress address) {
        if (found.isEmpty() || !session.getContext().getRealm().isEnabled()) {
            return OAuthErrors.notFound();
        }
        Endpoint endpoint = found.get();
        if ("OPTIONS".equals(method)) {
            return preflight(endpoint);
        }
        if (!endpoint.allows(method)) {
            return OAuthErrors.methodNotAllowed(endpoint);
        }
        if (endpoint.isFrontChannel() && requested.isOfServer()) {
            return new FrontChannelRedirect(session, address.frontChannel(endpoint.path())).response();
        }
        boolean post = "POST".equals(method);
        if (post && endpoint.needsForm() && !isForm()) {
            return OAuthErrors.badRequest("The body must be of type application/x-www-form-urlencoded.");
        }
        return new EndpointDispatcher(session, address, documents).serve(endpoint, post);
    }

    private Response preflight(Endpoint endpoint) {
        Response.ResponseBuilder response =
                Response.ok().header(HttpHeaders.ALLOW, endpoint.allowHeader()).type(MediaType.TEXT_PLAIN_TYPE);
        if (endpoint.isFrontChannel()) {
            return response.build();
        }
        return Cors.builder()
                .preflight()
                .auth()
                .allowedMethods(endpoint.methods().toArray(String[]::new))
                .add(response);
    }

    private boolean isForm() {
        MediaType type = session.getContext().getHttpRequest().getHttpHeaders().getMediaType();
        return type != null && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type);
    }
}
