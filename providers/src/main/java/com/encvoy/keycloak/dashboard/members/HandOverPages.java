package com.encvoy.keycloak.dashboard.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.dashboard.application.Form;
import com.encvoy.keycloak.dashboard.application.Refusals;
import com.encvoy.keycloak.dashboard.shell.Page;
import com.encvoy.keycloak.dashboard.shell.Visit;
import com.encvoy.keycloak.membership.Ownership;

/**
 * {@code /realms/{realm}/dashboard/applications/hand-over}: administrators give applications an owner. The list of the
 * applications without one leads here.
 */
public final class HandOverPages {

    private static final String LIST = "applications?owner=none";
    private static final String OWNER = HandOver.OWNER;

    private final KeycloakSession session;

    public HandOverPages(KeycloakSession session) {
        this.session = session;
    }

    /** There is nothing to show before a choice. */
    @GET
    public Response start() {
        return begin().redirect(LIST);
    }

    /** Takes the choice: ids {@code application}, and {@code owner}, an exact e-mail address or user name. */
    @POST
    public Response choose() {
        Visit visit = begin();
        Form form = Form.of(visit);
        HandOver handOver = HandOver.of(visit, form.all("application"));
        String typed = form.text(OWNER);
        Optional<UserModel> person = HandOver.person(session, typed);
        List<Refusal> refusals = handOver.refusals(person);
        if (!refusals.isEmpty()) {
            return Refusals.on(page(visit, handOver).with("values", Map.of(OWNER, typed)), refusals)
                    .render();
        }
        return visit.redirect(handOver.confirmation(person.get()));
    }

    /**
     * Asks for confirmation.
     *
     * @param person id of the new owner
     * @param of ids of the applications, with spaces between them
     */
    @GET
    @Path("confirm")
    public Response confirm(@QueryParam("person") String person, @QueryParam("of") String of) {
        Visit visit = begin();
        HandOver handOver = chosen(visit, of);
        UserModel owner = owner(visit, person);
        visit.requireRecentSignIn(handOver.confirmation(owner));
        return confirmation(visit, handOver, owner).render();
    }

    /** Hands all of them over, or none. */
    @POST
    @Path("confirm")
    public Response handOver() {
        Visit visit = begin();
        Form form = Form.of(visit);
        HandOver handOver = chosen(visit, form.text("of"));
        UserModel owner = owner(visit, form.text("person"));
        visit.requireRecentSignIn(handOver.confirmation(owner));
        Map<ClientModel, Refusal> refusals = new Ownership(session).handOver(handOver.clients(), owner, visit.caller());
        if (refusals.isEmpty()) {
            return visit.redirect(LIST, "handed_over");
        }
        session.getTransactionManager().setRollbackOnly();
        List<Map<String, Object>> refused = new ArrayList<>();
        refusals.forEach((client, refusal) ->
                refused.add(Map.of("name", HandOver.shown(client).get("name"), "reason", "refusal." + refusal.code())));
        return confirmation(visit, handOver, owner)
                .with("refused", refused)
                .status(Response.Status.BAD_REQUEST)
                .render();
    }

    /** Requires Keycloak's permission to manage users, with which an administrator may appoint owners. */
    private Visit begin() {
        Visit visit = Visit.begin(session);
        if (!visit.caller().keycloak().users().canManage()) {
            throw visit.forbidden();
        }
        return visit;
    }

    private static HandOver chosen(Visit visit, String of) {
        HandOver handOver = HandOver.of(visit, HandOver.ids(of));
        if (!handOver.isPossible()) {
            throw visit.notFound();
        }
        return handOver;
    }

    private UserModel owner(Visit visit, String id) {
        return Optional.ofNullable(id)
                .map(known -> session.users().getUserById(visit.caller().realm(), known))
                .filter(HandOver::canOwn)
                .orElseThrow(visit::notFound);
    }

    private static Page page(Visit visit, HandOver handOver) {
        return visit.page("hand-over")
                .textsOf("members")
                .textsOf("refusals")
                .with("applications", handOver.shown())
                .with(
                        "ids",
                        String.join(
                                " ",
                                handOver.clients().stream()
                                        .map(ClientModel::getId)
                                        .toList()));
    }

    private static Page confirmation(Visit visit, HandOver handOver, UserModel owner) {
        return page(visit, handOver)
                .with("person", owner.getId())
                .with("ownerName", WholeName.of(owner))
                .with("ownerLogin", owner.getUsername())
                .with("ownerEmail", owner.getEmail());
    }
}
