package com.encvoy.keycloak.membership;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.util.ResolveRelative;
import org.keycloak.services.validation.Validation;

import com.encvoy.keycloak.application.MailServer;

/** {@code /realms/{realm}/api/applications/{client_id}/invitations}, as Encvoy's resource of that name. */
public final class InvitationsResource {

    /** Resource type of the admin events. */
    public static final String RESOURCE_TYPE = "ENCVOY_INVITATION";

    private final KeycloakSession session;
    private final String clientId;

    InvitationsResource(KeycloakSession session, String clientId) {
        this.session = session;
        this.clientId = clientId;
    }

    /** The open invitations, oldest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list() {
        ClientModel client = ApplicationAdministrator.calling(session).application(clientId);
        return Response.ok(Invitations.of(client).list().stream()
                        .map(InvitationsResource::representation)
                        .toList())
                .build();
    }

    /**
     * Invites. Members are left out, an earlier invitation of the same address is replaced.
     *
     * @return which were {@code created}, and which {@code failed} for what reason
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        ApplicationAdministrator administrator = ApplicationAdministrator.calling(session);
        ClientModel client = administrator.application(clientId);
        InvitationRequest request = InvitationRequest.parse(body);
        Invitations invitations = Invitations.of(client);
        invitations.removeExpired();
        List<Map<String, Object>> created = new ArrayList<>();
        List<Map<String, Object>> failed = new ArrayList<>();
        for (String email : request.emails()) {
            Optional<UserModel> invited = user(email);
            Optional<String> problem = problem(client, email, invited);
            if (problem.isPresent()) {
                failed.add(Map.of("email", email, "error", problem.get()));
                continue;
            }
            Invitation invitation = Invitation.create(
                    email, request.lifetimeSeconds(), administrator.user().getId());
            invitations.add(invitation);
            created.add(representation(invitation));
            administrator
                    .event()
                    .operation(OperationType.CREATE)
                    .resource(RESOURCE_TYPE)
                    .resourcePath("applications", clientId, "invitations", invitation.id())
                    .representation(representation(invitation))
                    .success();
            if (new MailServer(session, client.getRealm()).isConfigured()) {
                new InvitationMail(session, client, request.language()).send(invitation, invited);
            }
        }
        return Response.status(created.isEmpty() ? Status.BAD_REQUEST : Status.CREATED)
                .entity(Map.of("created", created, "failed", failed))
                .build();
    }

    /** Withdraws an invitation. */
    @DELETE
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response delete(@PathParam("id") String id) {
        ApplicationAdministrator administrator = ApplicationAdministrator.calling(session);
        Invitations invitations = Invitations.of(administrator.application(clientId));
        Invitation invitation =
                invitations.withId(id).orElseThrow(() -> ApiError.notFound("There is no such invitation."));
        invitations.remove(invitation);
        administrator
                .event()
                .operation(OperationType.DELETE)
                .resource(RESOURCE_TYPE)
                .resourcePath("applications", clientId, "invitations", id)
                .success();
        return Response.noContent().build();
    }

    /** The link of the mail: leads to the application, and has the address prefilled when the person signs in. */
    @GET
    @Path("{id}/open")
    public Response open(@PathParam("id") String id) {
        RealmModel realm = session.getContext().getRealm();
        ClientModel client = realm.isEnabled() ? realm.getClientByClientId(clientId) : null;
        String address = client == null || !client.isEnabled() || client.getBaseUrl() == null
                ? ""
                : ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), client.getBaseUrl());
        Optional<Invitation> invitation = client == null
                ? Optional.empty()
                : Invitations.of(client).withId(id).filter(Invitation::isOpen);
        if (address == null || address.isBlank() || invitation.isEmpty()) {
            return ErrorPage.error(session, null, Status.NOT_FOUND, "encvoyInvitationGone");
        }
        return Response.seeOther(URI.create(address))
                .cookie(InvitationCookie.of(session, invitation.get()))
                .build();
    }

    private Optional<UserModel> user(String email) {
        try {
            return Optional.ofNullable(
                    session.users().getUserByEmail(session.getContext().getRealm(), email));
        } catch (ModelDuplicateException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> problem(ClientModel client, String email, Optional<UserModel> invited) {
        if (email.length() > Invitations.EMAIL_LENGTH || !Validation.isEmailValid(email)) {
            return Optional.of("invalid_email");
        }
        return invited.filter(user -> Membership.isMember(client, user)).map(user -> "already_member");
    }

    private static Map<String, Object> representation(Invitation invitation) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", invitation.id());
        shown.put("email", invitation.email());
        shown.put("created_at", invitation.created());
        shown.put("expires_at", invitation.expires());
        shown.put("invited_by", invitation.invitedBy());
        return shown;
    }
}
