package com.encvoy.keycloak.dashboard.requests;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.userprofile.UserProfileContext;

import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.dashboard.account.AccountVisit;
import com.encvoy.keycloak.dashboard.shell.Page;
import com.encvoy.keycloak.dashboard.shell.Section;
import com.encvoy.keycloak.membership.ReceivedInvitations;
import com.encvoy.keycloak.membership.ReceivedInvitations.Received;

/** {@code /realms/{realm}/dashboard/requests}: the invitations of the person's own address, and answers to them. */
public final class RequestsPage {

    private static final String PATH = "requests";

    /** Event detail: the answer to an invitation. */
    private static final String ANSWER = "invitation";

    /** Event detail: the client ID of the application that invited. */
    private static final String APPLICATION = "application";

    private final KeycloakSession session;

    /** The answer of a person to an invitation. */
    private interface Answer {
        Optional<Refusal> to(ReceivedInvitations invitations, Received received, Supplier<AdminEventBuilder> event);
    }

    public RequestsPage(KeycloakSession session) {
        this.session = session;
    }

    @GET
    public Response show() {
        return page(begin()).render();
    }

    /** Becomes a member. */
    @POST
    @Path("{invitation}/accept")
    public Response accept(@PathParam("invitation") String id) {
        return answer(id, "accepted", ReceivedInvitations::accept);
    }

    /** Does not want to become a member. */
    @POST
    @Path("{invitation}/decline")
    public Response decline(@PathParam("invitation") String id) {
        return answer(id, "declined", ReceivedInvitations::decline);
    }

    /** Starts the verification of the address, without which there are no invitations. */
    @POST
    @Path("verify")
    public Response verify() {
        AccountVisit visit = answering();
        return Verification.of(session, visit.realm(), visit.user())
                .map(action -> visit.action(action, PATH))
                .orElseGet(() -> visit.visit().redirect(PATH));
    }

    private AccountVisit begin() {
        return AccountVisit.begin(session, Section.REQUESTS.roles());
    }

    private AccountVisit answering() {
        AccountVisit visit = begin();
        visit.form(AccountRoles.MANAGE_ACCOUNT);
        return visit;
    }

    private ReceivedInvitations invitations(AccountVisit visit) {
        return new ReceivedInvitations(session, visit.realm(), visit.user());
    }

    private Response answer(String id, String answer, Answer given) {
        AccountVisit visit = answering();
        ReceivedInvitations invitations = invitations(visit);
        Optional<Received> received = invitations.find(id);
        if (received.isEmpty()) {
            return gone(visit);
        }
        Optional<Refusal> refusal =
                given.to(invitations, received.get(), visit.visit().caller()::event);
        if (refusal.isPresent()) {
            return page(visit)
                    .textsOf("refusals")
                    .status(Response.Status.BAD_REQUEST)
                    .error("refusal." + refusal.get().code())
                    .render();
        }
        visit.event(EventType.UPDATE_PROFILE)
                .detail(Details.CONTEXT, UserProfileContext.ACCOUNT.name())
                .detail(ANSWER, answer)
                .detail(APPLICATION, received.get().client().getClientId())
                .success();
        return visit.visit().redirect(PATH, "invitation_" + answer);
    }

    /** The same for an invitation of another address as for one that never existed, or is over. */
    private Response gone(AccountVisit visit) {
        return page(visit)
                .status(Response.Status.NOT_FOUND)
                .error("refusal.invitation_gone")
                .render();
    }

    private Page page(AccountVisit visit) {
        ReceivedInvitations invitations = invitations(visit);
        InvitationCard card = new InvitationCard(visit, invitations);
        return visit.page("requests")
                .textsOf("requests")
                .with(
                        "invitations",
                        invitations.list().stream().map(card::model).toList())
                .with("email", visit.user().getEmail())
                .with("verified", visit.user().isEmailVerified())
                .with("mayAnswer", visit.may(AccountRoles.MANAGE_ACCOUNT))
                .with(
                        "mayVerify",
                        visit.may(AccountRoles.MANAGE_ACCOUNT)
                                && Verification.of(session, visit.realm(), visit.user())
                                        .isPresent());
    }
}
