package com.encvoy.keycloak.api.members;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.util.ResolveRelative;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.access.Invitation;
import com.encvoy.keycloak.access.Invitations;
import com.encvoy.keycloak.api.request.ApiCaller;
import com.encvoy.keycloak.api.request.ApiError;
import com.encvoy.keycloak.api.request.JsonBody;
import com.encvoy.keycloak.api.request.Parameter;
import com.encvoy.keycloak.membership.InvitationCookie;
import com.encvoy.keycloak.membership.InvitationRequest;
import com.encvoy.keycloak.membership.InvitationService;

/** {@code /realms/{realm}/api/applications/{client_id}/invitations}, like Encvoy's resource of the same name. */
public final class InvitationsResource {

    private final KeycloakSession session;
    private final String clientId;

    public InvitationsResource(KeycloakSession session, String clientId) {
        this.session = session;
        this.clientId = clientId;
    }

    /** The open invitations, oldest first, and those that were declined. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<Map<String, Object>> list() {
        ClientModel client =
                ApiCaller.fromBearerToken(session).application(clientId, ApplicationPermissions::mayReadMembers);
        Invitations invitations = Invitations.of(client);
        return Stream.concat(invitations.list().stream(), invitations.declined().stream())
                .map(Invitation::representation)
                .toList();
    }

    /**
     * Creates invitations. Skips members, and replaces earlier invitations of the same addresses.
     *
     * @return the {@code created} invitations, and the {@code failed} addresses with the reason
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        ClientModel client = caller.application(clientId, ApplicationPermissions::mayManageMembers);
        InvitationRequest request = InvitationBody.parse(body);
        InvitationService.Outcome outcome =
                new InvitationService(session, client, caller::event).invite(request, caller.user());
        return Response.status(outcome.created().isEmpty() ? Status.BAD_REQUEST : Status.CREATED)
                .entity(Map.of(
                        "created",
                        outcome.created().stream()
                                .map(Invitation::representation)
                                .toList(),
                        "failed",
                        outcome.failed().entrySet().stream()
                                .map(failure -> Map.of("email", failure.getKey(), "error", failure.getValue()))
                                .toList()))
                .build();
    }

    /** Withdraws an invitation. */
    @DELETE
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response delete(@PathParam("id") String id) {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        ClientModel client = caller.application(clientId, ApplicationPermissions::mayManageMembers);
        new InvitationService(session, client, caller::event).withdraw(invitation(client, id));
        return Response.noContent().build();
    }

    private static Invitation invitation(ClientModel client, String id) {
        return Invitations.of(client).findById(id).orElseThrow(() -> ApiError.notFound("Invitation not found."));
    }

    /** Sends the mail of an open invitation again. The body may be empty, or name the language. */
    @POST
    @Path("{id}/send")
    @Produces(MediaType.APPLICATION_JSON)
    public Response send(@PathParam("id") String id, String body) {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        ClientModel client = caller.application(clientId, ApplicationPermissions::mayManageMembers);
        Locale language = StringUtil.isBlank(body)
                ? null
                : InvitationBody.language(JsonBody.of(body, "locale").path("locale"));
        ApiError.throwIfAny(
                session,
                new InvitationService(session, client, caller::event)
                        .resend(invitation(client, id), caller.user(), language).stream()
                                .toList());
        return Response.noContent().build();
    }

    /**
     * Target of the link in the mail: redirects to the application, and prefills the address when the user signs in.
     */
    @GET
    @Path("{id}/open")
    public Response open(@PathParam("id") String id) {
        RealmModel realm = session.getContext().getRealm();
        ClientModel client =
                realm.isEnabled() && Parameter.isStorable(clientId) ? realm.getClientByClientId(clientId) : null;
        String address = client == null || !client.isEnabled() || client.getBaseUrl() == null
                ? ""
                : ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), client.getBaseUrl());
        Optional<Invitation> invitation = client == null
                ? Optional.empty()
                : Invitations.of(client).findById(id).filter(Invitation::isOpen);
        if (StringUtil.isBlank(address) || invitation.isEmpty()) {
            return ErrorPage.error(session, null, Status.NOT_FOUND, "encvoyInvitationGone");
        }
        return Response.seeOther(URI.create(address))
                .cookie(InvitationCookie.of(session, invitation.get()))
                .build();
    }
}
