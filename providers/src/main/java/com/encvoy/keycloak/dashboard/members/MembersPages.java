package com.encvoy.keycloak.dashboard.members;

import java.util.List;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.membership.Member;
import com.encvoy.keycloak.membership.Members;

/** {@code /realms/{realm}/dashboard/applications/{id}/members}. */
public final class MembersPages {

    private static final int PAGE = 20;

    private final KeycloakSession session;
    private final String id;

    /** @param id internal id of the client */
    public MembersPages(KeycloakSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /**
     * The people with a role, or the one person with an address or user name.
     *
     * @param list a word of {@link MemberList}
     * @param search exact e-mail address or user name; empty for the list
     */
    @GET
    public Response list(
            @QueryParam("role") String list,
            @QueryParam("search") @DefaultValue("") String search,
            @QueryParam("first") @DefaultValue("0") String first) {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        visit.require(visit.permissions().mayReadMembers(visit.client()));
        boolean whole = visit.permissions().seesPeopleWhole();
        Members members = new Members(session, visit.client(), whole);
        MemberList chosen = MemberList.named(list);
        int begin = Position.of(first);
        List<Member> found = search.isBlank()
                ? chosen.page(members, begin, PAGE + 1)
                : members.find(search).stream().toList();
        return visit.page("members")
                .textsOf("members")
                .with(
                        "members",
                        found.stream()
                                .limit(PAGE)
                                .map(member ->
                                        new ShownMember(member, visit.caller().user()).model())
                                .toList())
                .with("list", chosen.word())
                .with("search", search.strip())
                .with("whole", whole)
                .with("mayInvite", visit.permissions().mayManageMembers(visit.client()))
                .with("first", begin)
                .with("previous", Math.max(0, begin - PAGE))
                .with("next", found.size() > PAGE ? begin + PAGE : -1)
                .render();
    }

    @Path("{user}")
    public MemberPages member(@PathParam("user") String user) {
        return new MemberPages(session, id, user);
    }
}
