package com.encvoy.keycloak.dashboard.activity;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.dashboard.shell.Page;
import com.encvoy.keycloak.membership.Member;
import com.encvoy.keycloak.membership.Members;

/**
 * {@code …/check/claims}: what an application would learn about a person who signs in now. Owners see only what the
 * application may see anyway. Addresses that are searched for stay out of the address of the page.
 */
public final class ClaimsPage {

    private static final String WHO = "who";
    private static final String ME = "me";
    private static final String MEMBER = "member";
    private static final String PERSON = "person";

    private final KeycloakSession session;
    private final String id;

    ClaimsPage(KeycloakSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /** @param user id of a member; the person who looks if there is none */
    @GET
    public Response show(@QueryParam("user") String user) {
        ApplicationVisit visit = begin();
        if (user == null || user.equals(visit.caller().user().getId())) {
            return page(visit, Map.of(WHO, ME), Set.of(), visit.caller().user()).render();
        }
        visit.require(visit.permissions().mayReadMembers(visit.client()));
        Member member = members(visit).withId(user).orElseThrow(visit.visit()::notFound);
        return page(visit, Map.of(WHO, MEMBER), Set.of(), member.user()).render();
    }

    @POST
    public Response preview() {
        ApplicationVisit visit = begin();
        MultivaluedMap<String, String> form = visit.visit().form();
        Set<String> optional = new HashSet<>(form.getOrDefault("scope", List.of()));
        if (!MEMBER.equals(form.getFirst(WHO))) {
            return page(visit, Map.of(WHO, ME), optional, visit.caller().user()).render();
        }
        visit.require(visit.permissions().mayReadMembers(visit.client()));
        String typed = Objects.toString(form.getFirst(PERSON), "");
        Map<String, Object> values = Map.of(WHO, MEMBER, PERSON, typed);
        Optional<Member> member = members(visit).find(typed);
        if (member.isEmpty()) {
            return form(visit, values, optional)
                    .with("problem", typed.isBlank() ? "required" : "unknown")
                    .status(Response.Status.BAD_REQUEST)
                    .render();
        }
        return page(visit, values, optional, member.get().user()).render();
    }

    private ApplicationVisit begin() {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        return visit.require(visit.permissions().mayRead(visit.client()));
    }

    private Members members(ApplicationVisit visit) {
        return new Members(session, visit.client(), visit.permissions().seesPeopleWhole());
    }

    private Page form(ApplicationVisit visit, Map<String, Object> values, Set<String> optional) {
        return visit.page("claims")
                .textsOf("check")
                .textsOf("insight")
                .with("values", values)
                .with("choosesMember", visit.permissions().mayReadMembers(visit.client()))
                .with("scopes", new Learnt(visit).scopes(optional));
    }

    private Page page(ApplicationVisit visit, Map<String, Object> values, Set<String> optional, UserModel person) {
        return form(visit, values, optional)
                .with("person", new People(visit).shown(person))
                .with("learnt", new Learnt(visit).model(person, optional));
    }
}
