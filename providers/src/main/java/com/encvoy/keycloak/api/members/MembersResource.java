package com.encvoy.keycloak.api.members;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.api.request.ApiCaller;
import com.encvoy.keycloak.api.request.PageRange;
import com.encvoy.keycloak.api.request.Parameter;
import com.encvoy.keycloak.membership.Member;
import com.encvoy.keycloak.membership.Members;

/** {@code /realms/{realm}/api/applications/{client_id}/members}: the people who have a role in an application. */
public final class MembersResource {

    private static final int MAX_FIRST = 1_000_000;

    private final KeycloakSession session;
    private final String clientId;

    /** What can be listed. */
    private enum Group {
        OWNER,
        EDITOR,
        USER,
        BLOCKED
    }

    public MembersResource(KeycloakSession session, String clientId) {
        this.session = session;
        this.clientId = clientId;
    }

    /**
     * The members with a role, or the one with an address or a user name.
     *
     * @param role {@code OWNER}, {@code EDITOR}, {@code USER}, or {@code BLOCKED} for people who are blocked
     * @param search the exact address or user name, instead of a role
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("role") String role,
            @QueryParam("search") String search,
            @QueryParam("first") String first,
            @QueryParam("max") String max) {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        ClientModel client = caller.application(clientId, ApplicationPermissions::mayReadMembers);
        Members members = new Members(session, client, caller.permissions().seesPeopleWhole());
        PageRange range = PageRange.of(first, max, MAX_FIRST);
        String exact = Parameter.text("search", search);
        List<Member> found = exact == null
                ? page(members, Parameter.choice("role", role, Group.class, Enum::name), range)
                : members.find(exact).stream().skip(range.first()).toList();
        return range.answer(session, found.stream().map(MemberShown::of).toList());
    }

    /** One more than is shown, to know whether there is another page. */
    private static List<Member> page(Members members, Group group, PageRange range) {
        return group == Group.BLOCKED
                ? members.blocked(range.first(), range.max() + 1)
                : members.page(ApplicationRole.valueOf(group.name()), range.first(), range.max() + 1);
    }

    @Path("{user}")
    public MemberResource member(@PathParam("user") String user) {
        return new MemberResource(session, clientId, user);
    }
}
