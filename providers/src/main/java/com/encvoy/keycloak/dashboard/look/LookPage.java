package com.encvoy.keycloak.dashboard.look;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.picture.ApplicationLogo;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.dashboard.application.Form;
import com.encvoy.keycloak.dashboard.application.UploadForm;
import com.encvoy.keycloak.dashboard.application.VersionedForm;

/** {@code …/look}: the look of an application's login pages, beside a preview. */
public final class LookPage {

    private final KeycloakSession session;
    private final String id;

    public LookPage(KeycloakSession session, String id) {
        this.session = session;
        this.id = id;
    }

    @GET
    public Response show() {
        return new VersionedForm(new ApplicationLook(reader())).show();
    }

    @POST
    public Response save() {
        ApplicationVisit visit = editor();
        return new ApplicationLook(visit).save(Form.of(visit.visit()));
    }

    /** The login page as it is. */
    @GET
    @Path("preview")
    public Response preview() {
        ApplicationVisit visit = reader();
        return new Preview(visit.visit()).of(visit.client().getRealm(), visit.client());
    }

    /** The login page as it would be; saves nothing. */
    @POST
    @Path("preview")
    public Response previewOfDraft() {
        ApplicationVisit visit = reader();
        return new ApplicationLook(visit).preview(Form.of(visit.visit()));
    }

    @POST
    @Path("logo")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload() {
        ApplicationVisit visit = editor();
        UploadForm form = RealmPage.logoOf(visit.visit());
        if (!form.refusals().isEmpty()) {
            return new VersionedForm(new ApplicationLook(visit)).refuse(form.refusals());
        }
        new ApplicationLogo(session, visit.client()).save(visit.caller(), form.picture());
        return visit.redirect(ApplicationLook.PAGE, "logo_saved");
    }

    @POST
    @Path("logo/remove")
    public Response removeLogo() {
        ApplicationVisit visit = editor();
        visit.visit().form();
        new ApplicationLogo(session, visit.client()).remove(visit.caller());
        return visit.redirect(ApplicationLook.PAGE, "logo_removed");
    }

    private ApplicationVisit reader() {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        return visit.require(visit.permissions().mayRead(visit.client()));
    }

    private ApplicationVisit editor() {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        return visit.require(visit.permissions().mayChange(visit.client()));
    }
}
