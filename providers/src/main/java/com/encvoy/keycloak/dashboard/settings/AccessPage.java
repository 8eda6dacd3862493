package com.encvoy.keycloak.dashboard.settings;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.editing.ApplicationProfile;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.dashboard.application.Form;

/** {@code …/access}: who may sign in, what the application must know of them, and how long tokens live. */
public final class AccessPage {

    private static final String PAGE = "access";

    private final KeycloakSession session;
    private final String id;

    public AccessPage(KeycloakSession session, String id) {
        this.session = session;
        this.id = id;
    }

    @GET
    public Response show() {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        visit.require(visit.permissions().mayRead(visit.client()));
        return form(visit, new AccessFields(session, visit.client())).show();
    }

    @POST
    public Response save() {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        visit.require(visit.permissions().mayChange(visit.client()));
        Form form = Form.of(visit.visit());
        AccessFields fields = new AccessFields(session, visit.client());
        return form(visit, fields)
                .save(form, ApplicationProfile.of(visit.client()), fields.changes(form), fields.typed(form));
    }

    private EditForm form(ApplicationVisit visit, AccessFields fields) {
        return new EditForm(
                session,
                visit,
                PAGE,
                client -> fields.saved(),
                page -> page.with("fields", fields.requirable())
                        .with("choosesIssuer", fields.choosesIssuer())
                        .with("realmLifetime", visit.client().getRealm().getAccessTokenLifespan()));
    }
}
