package com.encvoy.keycloak.oidc;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.services.resources.RealmsResource;

/**
 * Encvoy ID's OpenID Connect endpoints, served by Keycloak's own endpoint classes.
 *
 * <p>What browsers visit is redirected from the root alias to the realm's path, what applications call is answered where they
 * called.
 */
public final class OidcResource {

    private static final Logger LOG = Logger.getLogger(OidcResource.class);

    private final KeycloakSession session;
    private final OidcAddress address;
    private final OIDCLoginProtocolService keycloak;

    public OidcResource(KeycloakSession session) {
        this.session = session;
        this.address = new OidcAddress(session);
        this.keycloak = new OIDCLoginProtocolService(session,
                new EventBuilder(session.getContext().getRealm(), session, session.getContext().getConnection()));
    }

    @GET
    @Path(".well-known/openid-configuration")
    @Produces(MediaType.APPLICATION_JSON)
    public Response discovery() {
        Response realm = RealmsResource.getWellKnownResponse(session, session.getContext().getRealm().getName(),
                "openid-configuration", LOG);
        return Response.fromResponse(realm).entity(new Discovery(address).describe(realm.getEntity())).build();
    }

    @GET
    @Path("jwks")
    @Produces(MediaType.APPLICATION_JSON)
    public Response jwks() {
        return keycloak.certs();
    }

    @Path("auth")
    public Object auth() {
        return address.isRootAlias() ? new FrontChannelRedirect(session, address.frontChannel("auth")) : keycloak.auth();
    }

    @Path("token")
    public Object token() {
        IssuerMapper.useIssuer(session, address.issuer());
        return keycloak.token();
    }

    @Path("me")
    public Object me() {
        return keycloak.issueUserInfo();
    }
}
