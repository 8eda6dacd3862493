package com.encvoy.keycloak.dashboard.members;

import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.dashboard.application.Form;
import com.encvoy.keycloak.dashboard.shell.Page;
import com.encvoy.keycloak.membership.Member;
import com.encvoy.keycloak.membership.MemberRoles;
import com.encvoy.keycloak.membership.Members;

/** {@code /realms/{realm}/dashboard/applications/{id}/members/{user}}. */
public final class MemberPages {

    private static final String CONFIRMED = "confirmed";

    private final KeycloakSession session;
    private final String id;
    private final String user;

    MemberPages(KeycloakSession session, String id, String user) {
        this.session = session;
        this.id = id;
        this.user = user;
    }

    @GET
    public Response show() {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        visit.require(visit.permissions().mayReadMembers(visit.client()));
        return page(visit, member(visit)).render();
    }

    /**
     * Asks for confirmation before owners are appointed, or get another role.
     *
     * @param to the role that the member is to have
     */
    @GET
    @Path("role")
    public Response confirmRole(@QueryParam("to") String to) {
        ApplicationVisit visit = managing();
        Member member = member(visit);
        ApplicationRole role = role(to);
        if (role == null) {
            return visit.visit().redirect(visit.path(ShownMember.path(member)));
        }
        visit.visit().requireRecentSignIn(confirmation(visit, member, role));
        return confirmation(visit, member).with("to", role.name()).render();
    }

    /** Gives the member another role. */
    @POST
    @Path("role")
    public Response changeRole() {
        ApplicationVisit visit = managing();
        Form form = Form.of(visit.visit());
        Member member = member(visit);
        ApplicationRole role = role(form.text("role"));
        if (role == null) {
            return page(visit, member)
                    .status(Response.Status.BAD_REQUEST)
                    .error("refusal.role_unknown")
                    .render();
        }
        boolean concernsOwners = role == ApplicationRole.OWNER || member.role() == ApplicationRole.OWNER;
        if (concernsOwners && member.role() != role) {
            if (form.text(CONFIRMED).isEmpty()) {
                return visit.visit().redirect(confirmation(visit, member, role));
            }
            visit.visit().requireRecentSignIn(confirmation(visit, member, role));
        }
        return new MemberRoles(session, visit.client(), visit.caller())
                .appoint(member.user(), role)
                .map(refusal -> page(visit, member)
                        .status(Response.Status.BAD_REQUEST)
                        .error("refusal." + refusal.code())
                        .render())
                .orElseGet(() -> done(visit, ShownMember.path(member), "role_changed"));
    }

    /** Asks once more. */
    @GET
    @Path("{action}")
    public Response confirm(@PathParam("action") String word) {
        ApplicationVisit visit = managing();
        Member member = member(visit);
        MemberAction action = action(visit, word);
        if (action.isGrave(member)) {
            visit.visit().requireRecentSignIn(visit.path(ShownMember.path(member) + "/" + word));
        }
        return confirmation(visit, member).with("action", word).render();
    }

    /** Does what was confirmed. */
    @POST
    @Path("{action}")
    public Response act(@PathParam("action") String word) {
        ApplicationVisit visit = managing();
        visit.visit().form();
        Member member = member(visit);
        MemberAction action = action(visit, word);
        if (action.isGrave(member)) {
            visit.visit().requireRecentSignIn(visit.path(ShownMember.path(member) + "/" + word));
        }
        return action.apply(new MemberRoles(session, visit.client(), visit.caller()), member.user())
                .map(refusal -> confirmation(visit, member)
                        .with("action", word)
                        .status(Response.Status.BAD_REQUEST)
                        .error("refusal." + refusal.code())
                        .render())
                .orElseGet(() -> done(
                        visit, action == MemberAction.REMOVE ? "members" : ShownMember.path(member), action.notice()));
    }

    private ApplicationVisit managing() {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        return visit.require(visit.permissions().mayManageMembers(visit.client()));
    }

    /** Treats people who are not members as unknown, so that accounts cannot be probed. */
    private Member member(ApplicationVisit visit) {
        return new Members(session, visit.client(), visit.permissions().seesPeopleWhole())
                .withId(user)
                .orElseThrow(visit.visit()::notFound);
    }

    private static MemberAction action(ApplicationVisit visit, String word) {
        return MemberAction.named(word).orElseThrow(visit.visit()::notFound);
    }

    private static ApplicationRole role(String name) {
        return Stream.of(ApplicationRole.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String confirmation(ApplicationVisit visit, Member member, ApplicationRole role) {
        return visit.path(ShownMember.path(member) + "/role?to=" + role);
    }

    private Page page(ApplicationVisit visit, Member member) {
        MemberOffer offer = new MemberOffer(session, visit, member);
        return page(visit, member, "member")
                .with("offered", List.copyOf(offer.words()))
                .with("lastOwner", offer.isLastOwner())
                .with("forOwnersOnly", offer.isForOwnersOnly())
                .with("forViewing", offer.isForViewing())
                .with("appointsOwners", visit.permissions().mayAppointOwners(visit.client()));
    }

    private static Page confirmation(ApplicationVisit visit, Member member) {
        return page(visit, member, "member-confirmation");
    }

    private static Page page(ApplicationVisit visit, Member member, String template) {
        return visit.page(template)
                .textsOf("members")
                .textsOf("refusals")
                .with("member", new ShownMember(member, visit.caller().user()).model());
    }

    /** People can give up their own rights; the previous page is then no longer available to them. */
    private static Response done(ApplicationVisit visit, String page, String notice) {
        return visit.permissions().mayReadMembers(visit.client())
                ? visit.redirect(page, notice)
                : visit.visit().redirect("applications", "no_longer_yours");
    }
}
