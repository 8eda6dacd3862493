package com.encvoy.keycloak.dashboard.members;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import com.encvoy.keycloak.access.Invitation;
import com.encvoy.keycloak.access.Invitations;
import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.dashboard.application.Form;
import com.encvoy.keycloak.dashboard.application.Refusals;
import com.encvoy.keycloak.dashboard.shell.Page;
import com.encvoy.keycloak.mail.MailServer;
import com.encvoy.keycloak.membership.InvitationService;

/** {@code /realms/{realm}/dashboard/applications/{id}/invitations}. */
public final class InvitationsPages {

    private static final String PATH = "invitations";

    private static final int PAGE = 50;

    private final KeycloakSession session;
    private final String id;

    /** @param id internal id of the client */
    public InvitationsPages(KeycloakSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /**
     * The open invitations, those that were declined, and the form that invites.
     *
     * @param emails addresses to be filled into the form
     */
    @GET
    public Response list(
            @QueryParam("first") @DefaultValue("0") String first,
            @QueryParam("emails") @DefaultValue("") String emails) {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        visit.require(visit.permissions().mayReadMembers(visit.client()));
        return page(visit, InvitationForm.filledIn(emails, language()), Position.of(first))
                .render();
    }

    /** Invites people. Addresses that cannot be invited stay in the form. */
    @POST
    public Response invite() {
        ApplicationVisit visit = managing();
        InvitationForm form = InvitationForm.of(Form.of(visit.visit()));
        List<Refusal> refusals = form.refusals(visit.client().getRealm());
        if (!refusals.isEmpty()) {
            return Refusals.on(page(visit, form, 0), refusals).render();
        }
        InvitationService.Outcome outcome =
                service(visit).invite(form.request(), visit.caller().user());
        if (outcome.failed().isEmpty() && outcome.unmailed().isEmpty()) {
            return visit.redirect(PATH, sendsMails() ? "invited" : "invited_without_mail");
        }
        return page(visit, form.with(List.copyOf(outcome.failed().keySet())), 0)
                .with("failed", outcome.failed())
                .with("unmailed", outcome.unmailed())
                .with("invited", outcome.created().size())
                .status(outcome.created().isEmpty() ? Response.Status.BAD_REQUEST : Response.Status.OK)
                .render();
    }

    /** Sends the mail of an open invitation once more. */
    @POST
    @Path("{invitation}/send")
    public Response send(@PathParam("invitation") String invitation) {
        ApplicationVisit visit = managing();
        visit.visit().form();
        return service(visit)
                .resend(find(visit, invitation), visit.caller().user(), null)
                .map(refusal -> page(visit, InvitationForm.filledIn("", language()), 0)
                        .status(Response.Status.BAD_REQUEST)
                        .error("refusal." + refusal.code())
                        .render())
                .orElseGet(() -> visit.redirect(PATH, "invitation_sent"));
    }

    /** Asks once more. */
    @GET
    @Path("{invitation}/withdraw")
    public Response confirmWithdrawal(@PathParam("invitation") String invitation) {
        ApplicationVisit visit = managing();
        return visit.page("invitation-withdrawal")
                .textsOf("members")
                .with("invitation", new ShownInvitation(session, visit).model(find(visit, invitation)))
                .render();
    }

    /** Withdraws an invitation, or forgets one that was declined. */
    @POST
    @Path("{invitation}/withdraw")
    public Response withdraw(@PathParam("invitation") String invitation) {
        ApplicationVisit visit = managing();
        visit.visit().form();
        Invitation found = find(visit, invitation);
        service(visit).withdraw(found);
        return visit.redirect(PATH, found.isDeclined() ? "invitation_removed" : "invitation_withdrawn");
    }

    private ApplicationVisit managing() {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        return visit.require(visit.permissions().mayManageMembers(visit.client()));
    }

    private InvitationService service(ApplicationVisit visit) {
        return new InvitationService(session, visit.client(), visit.caller()::event);
    }

    private static Invitation find(ApplicationVisit visit, String id) {
        return Invitations.of(visit.client()).findById(id).orElseThrow(visit.visit()::notFound);
    }

    /** The language that the form suggests: the realm's. */
    private String language() {
        RealmModel realm = session.getContext().getRealm();
        return realm.isInternationalizationEnabled()
                ? Optional.ofNullable(realm.getDefaultLocale()).orElse("")
                : "";
    }

    private boolean sendsMails() {
        return new MailServer(session, session.getContext().getRealm()).isConfigured();
    }

    private Page page(ApplicationVisit visit, InvitationForm form, int first) {
        Invitations invitations = Invitations.of(visit.client());
        ShownInvitation shown = new ShownInvitation(session, visit);
        List<Invitation> open = invitations.list();
        int end = Math.min(open.size(), first + PAGE);
        return visit.page("invitations")
                .textsOf("members")
                .textsOf("refusals")
                .with(
                        "invitations",
                        first >= end
                                ? List.of()
                                : open.subList(first, end).stream()
                                        .map(shown::model)
                                        .toList())
                .with(
                        "declined",
                        invitations.declined().stream()
                                .limit(PAGE)
                                .map(shown::model)
                                .toList())
                .with("first", first)
                .with("previous", Math.max(0, first - PAGE))
                .with("next", end < open.size() ? end : -1)
                .with("longest", InvitationForm.longest())
                .with("sendsMails", sendsMails())
                .with("mayInvite", visit.permissions().mayManageMembers(visit.client()))
                .with("values", form.values());
    }
}
