package com.encvoy.keycloak.dashboard.settings;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.editing.ClientDeletion;
import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.dashboard.application.Form;
import com.encvoy.keycloak.dashboard.application.Refusals;
import com.encvoy.keycloak.dashboard.shell.Page;

/** {@code …/delete}: asks for the name of the application, and deletes it. */
public final class DeletePage {

    private static final String PAGE = "delete";

    private static final String NAME = "confirmed_name";

    private final KeycloakSession session;
    private final String id;

    public DeletePage(KeycloakSession session, String id) {
        this.session = session;
        this.id = id;
    }

    @GET
    public Response ask() {
        return page(begin()).render();
    }

    @POST
    public Response delete() {
        ApplicationVisit visit = begin();
        String title = Application.of(visit.client()).title();
        Form form = Form.of(visit.visit());
        if (!title.strip().equals(form.text(NAME))) {
            return Refusals.on(
                            page(visit).with("values", form.values()),
                            List.of(Refusal.of(NAME, "other_name", "This is not the name of the application.", title)))
                    .render();
        }
        List<Refusal> refusals = new ClientDeletion(session).delete(visit.caller(), visit.client());
        return refusals.isEmpty()
                ? visit.visit().redirect("applications", "deleted")
                : Refusals.on(page(visit), refusals).render();
    }

    private ApplicationVisit begin() {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        visit.require(visit.permissions().mayDelete(visit.client())).visit().requireRecentSignIn(visit.path(PAGE));
        return visit;
    }

    private Page page(ApplicationVisit visit) {
        return visit.page("delete")
                .textsOf("settings")
                .with("members", MemberCount.of(session, visit.client()).model());
    }
}
