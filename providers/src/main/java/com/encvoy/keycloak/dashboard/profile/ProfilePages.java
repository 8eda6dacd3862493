package com.encvoy.keycloak.dashboard.profile;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.account.profile.EmailAddress;
import com.encvoy.keycloak.account.profile.PictureEditor;
import com.encvoy.keycloak.account.profile.ProfileProblem;
import com.encvoy.keycloak.application.picture.PersonPicture;
import com.encvoy.keycloak.application.picture.Picture;
import com.encvoy.keycloak.dashboard.account.AccountVisit;
import com.encvoy.keycloak.dashboard.application.Form;
import com.encvoy.keycloak.dashboard.application.UploadForm;
import com.encvoy.keycloak.dashboard.application.VersionedForm;
import com.encvoy.keycloak.dashboard.shell.Section;

/** {@code /realms/{realm}/dashboard/profile}: what people say about themselves. */
public final class ProfilePages {

    private static final String MISSING = "error-user-attribute-required";
    private static final String UPLOAD = "picture";
    private static final String ADDRESS = "picture_address";

    private final KeycloakSession session;

    public ProfilePages(KeycloakSession session) {
        this.session = session;
    }

    @GET
    public Response show() {
        return new ProfileForm(visit()).show();
    }

    @POST
    public Response save() {
        AccountVisit visit = visit();
        Form form = Form.of(visit.form(AccountRoles.MANAGE_ACCOUNT));
        return new ProfileForm(visit).save(form);
    }

    /** Starts the required action that changes the address. */
    @POST
    @Path("email")
    public Response changeEmail() {
        AccountVisit visit = visit();
        visit.form(AccountRoles.MANAGE_ACCOUNT);
        if (!EmailAddress.isEditable(session, visit.user())) {
            throw visit.visit().forbidden();
        }
        return visit.action(EmailAddress.ACTION, ProfileForm.PAGE);
    }

    @POST
    @Path("picture")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response uploadPicture() {
        AccountVisit visit = visit();
        UploadForm form = UploadForm.of(
                session,
                csrf -> visit.checkChange(csrf, AccountRoles.MANAGE_ACCOUNT),
                PersonPicture.SIDE,
                Picture.Part.MIDDLE);
        PictureEditor editor = editor(visit);
        if (!form.refusals().isEmpty()) {
            return new VersionedForm(new ProfileForm(visit)).refuse(form.refusals());
        }
        return answer(visit, editor.upload(form.picture(), event(visit)), UPLOAD, "", "picture_saved");
    }

    @POST
    @Path("picture/address")
    public Response usePicture() {
        AccountVisit visit = visit();
        String address = Form.of(visit.form(AccountRoles.MANAGE_ACCOUNT)).text(ADDRESS);
        PictureEditor editor = editor(visit);
        List<ProfileProblem> problems = address.isEmpty()
                ? List.of(new ProfileProblem(PersonPicture.ATTRIBUTE, MISSING, List.of()))
                : editor.use(address, event(visit));
        return answer(visit, problems, ADDRESS, address, "picture_saved");
    }

    @POST
    @Path("picture/remove")
    public Response removePicture() {
        AccountVisit visit = visit();
        visit.form(AccountRoles.MANAGE_ACCOUNT);
        return answer(visit, editor(visit).remove(event(visit)), UPLOAD, "", "picture_removed");
    }

    private static Response answer(
            AccountVisit visit, List<ProfileProblem> problems, String field, String typed, String notice) {
        return problems.isEmpty()
                ? visit.visit().redirect(ProfileForm.PAGE, notice)
                : new ProfileForm(visit).refuse(problems, field, typed);
    }

    private AccountVisit visit() {
        return AccountVisit.begin(session, Section.PROFILE.roles());
    }

    private PictureEditor editor(AccountVisit visit) {
        PictureEditor editor = new PictureEditor(session, visit.user());
        if (!editor.isEditable()) {
            throw visit.visit().forbidden();
        }
        return editor;
    }

    private static EventBuilder event(AccountVisit visit) {
        return visit.event(EventType.UPDATE_PROFILE);
    }
}
