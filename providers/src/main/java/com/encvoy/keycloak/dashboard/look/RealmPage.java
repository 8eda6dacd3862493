package com.encvoy.keycloak.dashboard.look;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.picture.ApplicationLogo;
import com.encvoy.keycloak.application.picture.Picture;
import com.encvoy.keycloak.application.picture.RealmLogo;
import com.encvoy.keycloak.dashboard.application.Form;
import com.encvoy.keycloak.dashboard.application.UploadForm;
import com.encvoy.keycloak.dashboard.application.VersionedForm;
import com.encvoy.keycloak.dashboard.shell.Visit;

/** {@code /realms/{realm}/dashboard/realm}: what applies to all applications, for administrators of the realm. */
public final class RealmPage {

    private final KeycloakSession session;

    public RealmPage(KeycloakSession session) {
        this.session = session;
    }

    @GET
    public Response show() {
        return new VersionedForm(new RealmLook(reader())).show();
    }

    @POST
    public Response save() {
        Visit visit = editor();
        return new RealmLook(visit).save(Form.of(visit));
    }

    /** The login page as it is, of an application without a look of its own. */
    @GET
    @Path("look/preview")
    public Response preview() {
        return new RealmLook(reader()).preview();
    }

    /** The login page as it would be; saves nothing. */
    @POST
    @Path("look/preview")
    public Response previewOfDraft() {
        Visit visit = reader();
        return new RealmLook(visit).preview(Form.of(visit));
    }

    @POST
    @Path("logo")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload() {
        Visit visit = editor();
        UploadForm form = logoOf(visit);
        if (!form.refusals().isEmpty()) {
            return new VersionedForm(new RealmLook(visit)).refuse(form.refusals());
        }
        new RealmLogo(session, visit.caller().realm()).save(visit.caller(), form.picture());
        return visit.redirect(RealmLook.PAGE, "logo_saved");
    }

    @POST
    @Path("logo/remove")
    public Response removeLogo() {
        Visit visit = editor();
        visit.form();
        new RealmLogo(session, visit.caller().realm()).remove(visit.caller());
        return visit.redirect(RealmLook.PAGE, "logo_removed");
    }

    /** @throws jakarta.ws.rs.WebApplicationException 403 unless it comes from a page of this session */
    static UploadForm logoOf(Visit visit) {
        return UploadForm.of(visit.session(), visit::checkCsrf, ApplicationLogo.SIDE, Picture.Part.WHOLE);
    }

    private Visit reader() {
        Visit visit = Visit.begin(session);
        if (!visit.permissions().mayReadRealm()) {
            throw visit.forbidden();
        }
        return visit;
    }

    private Visit editor() {
        Visit visit = Visit.begin(session);
        if (!visit.permissions().mayChangeRealm()) {
            throw visit.forbidden();
        }
        return visit;
    }
}
