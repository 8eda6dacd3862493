package com.encvoy.keycloak.server.members;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AppAuthManager;

import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.access.Caller;
import com.encvoy.keycloak.access.Invitation;
import com.encvoy.keycloak.access.Invitations;
import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.membership.InvitationService;
import com.encvoy.keycloak.membership.Member;
import com.encvoy.keycloak.membership.MemberRoles;
import com.encvoy.keycloak.membership.Members;
import com.encvoy.keycloak.membership.OwnerMail;
import com.encvoy.keycloak.membership.Ownership;

/** Answers with {@code done} or the code of the refusal. */
@Produces(MediaType.TEXT_PLAIN)
public final class MembersResource {

    private final KeycloakSession session;

    MembersResource(KeycloakSession session) {
        this.session = session;
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }

    private Caller caller() {
        return Caller.withToken(session, new AppAuthManager.BearerTokenAuthenticator(session).authenticate());
    }

    private ClientModel client(String clientId) {
        return realm().getClientByClientId(clientId);
    }

    @POST
    @Path("{client}/{user}/{action}")
    public String change(
            @PathParam("client") String clientId,
            @PathParam("user") String userId,
            @PathParam("action") String action,
            @QueryParam("role") String role) {
        UserModel user = session.users().getUserById(realm(), userId);
        MemberRoles roles = new MemberRoles(session, client(clientId), caller());
        Optional<Refusal> refusal =
                switch (action) {
                    case "appoint" -> roles.appoint(user, ApplicationRole.valueOf(role));
                    case "block" -> roles.block(user);
                    case "unblock" -> roles.unblock(user);
                    case "end" -> roles.endSessions(user);
                    case "remove" -> roles.remove(user);
                    default -> throw new NotFoundException();
                };
        return refusal.map(Refusal::code).orElse("done");
    }

    @POST
    @Path("{client}/secret-rotated")
    public void secretRotated(@PathParam("client") String clientId) {
        new OwnerMail(session, client(clientId)).secretRotated(caller().user());
    }

    @POST
    @Path("{client}/invitations/{email}/decline")
    public String decline(@PathParam("client") String clientId, @PathParam("email") String email) {
        Caller caller = caller();
        Invitation invitation =
                Invitations.of(client(clientId)).findOpenByEmail(email).orElseThrow();
        return new InvitationService(session, client(clientId), caller::event)
                .decline(invitation, caller.user())
                .map(Refusal::code)
                .orElse("done");
    }

    /** User names of a page, whole or as an owner sees them. */
    @GET
    @Path("{client}")
    public String page(
            @PathParam("client") String clientId,
            @QueryParam("role") String role,
            @QueryParam("first") int first,
            @QueryParam("max") int max,
            @QueryParam("whole") boolean whole) {
        Members members = new Members(session, client(clientId), whole);
        return shown(members.page(ApplicationRole.valueOf(role), first, max).stream());
    }

    @GET
    @Path("{client}/find")
    public String find(
            @PathParam("client") String clientId,
            @QueryParam("exact") String exact,
            @QueryParam("whole") boolean whole) {
        return shown(new Members(session, client(clientId), whole).find(exact).stream());
    }

    @GET
    @Path("{client}/owners")
    public int owners(@PathParam("client") String clientId) {
        return new Ownership(session).owners(client(clientId)).size();
    }

    private static String shown(Stream<Member> members) {
        return members.map(member -> Stream.of(member.role(), member.login(), member.email(), member.name())
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }
}
