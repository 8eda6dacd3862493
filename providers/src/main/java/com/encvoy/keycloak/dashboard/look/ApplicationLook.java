package com.encvoy.keycloak.dashboard.look;

import java.util.Map;

import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.application.WidgetSettings;
import com.encvoy.keycloak.application.editing.ApplicationEditor;
import com.encvoy.keycloak.application.editing.ApplicationProfile;
import com.encvoy.keycloak.application.editing.ApplicationVersion;
import com.encvoy.keycloak.application.picture.ApplicationLogo;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.dashboard.application.Form;
import com.encvoy.keycloak.dashboard.application.VersionedForm;
import com.encvoy.keycloak.dashboard.shell.Page;

/** The look of an application's login pages, in a form. */
final class ApplicationLook implements VersionedForm.Edited {

    static final String PAGE = "look";

    private final ApplicationVisit visit;
    private final ClientModel client;
    private final SettingFields fields;
    private Map<String, String> shown;

    ApplicationLook(ApplicationVisit visit) {
        this.visit = visit;
        this.client = visit.client();
        this.fields = new SettingFields(LookSettings.ofApplication(), client::getAttribute, false);
        this.shown = fields.saved();
    }

    Response save(Form form) {
        shown = fields.typed(form);
        Map<String, String> changes = fields.changes(form);
        return new VersionedForm(this)
                .save(
                        form,
                        shown,
                        version -> editor().save(visit.caller(), ApplicationProfile.of(client), changes, version));
    }

    /** The login page with the typed values. */
    Response preview(Form form) {
        Map<String, String> changes = fields.changes(form);
        Map<String, String> draft = LookSettings.draft(client.getRealm(), client, changes, editor().refusals(changes));
        return new Preview(visit.visit()).of(client.getRealm(), Draft.of(client, draft));
    }

    private ApplicationEditor editor() {
        return new ApplicationEditor(visit.visit().session(), client);
    }

    @Override
    public Page page() {
        String logo = WidgetSettings.AVATAR
                .ofApplication(client)
                .flatMap(address -> address)
                .map(Object::toString)
                .orElse("");
        boolean uploaded =
                new ApplicationLogo(visit.visit().session(), client).picture().isPresent();
        return new LookModel(visit.visit(), LookSettings.inherited(client.getRealm()), shown)
                .on(visit.page(PAGE), logo, uploaded);
    }

    @Override
    public Map<String, String> saved() {
        return fields.saved();
    }

    @Override
    public String version() {
        return ApplicationVersion.of(client);
    }

    @Override
    public boolean isChangeable() {
        return visit.permissions().mayChange(client);
    }

    @Override
    public Response done() {
        return visit.redirect(PAGE, "saved");
    }
}
