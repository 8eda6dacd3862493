package com.encvoy.keycloak.dashboard.settings;

import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.editing.ApplicationEditor;
import com.encvoy.keycloak.application.editing.ApplicationProfile;
import com.encvoy.keycloak.application.editing.ApplicationVersion;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.dashboard.application.Form;
import com.encvoy.keycloak.dashboard.application.VersionedForm;
import com.encvoy.keycloak.dashboard.shell.Page;

/** A page with a form that changes an application. */
final class EditForm implements VersionedForm.Edited {

    private final KeycloakSession session;
    private final ApplicationVisit visit;
    private final String name;
    private final Function<ClientModel, Map<String, String>> saved;
    private final UnaryOperator<Page> choices;

    /**
     * @param name of the page: its address, its template and its tab
     * @param saved what the fields show of the application
     * @param choices adds what else the template needs
     */
    EditForm(
            KeycloakSession session,
            ApplicationVisit visit,
            String name,
            Function<ClientModel, Map<String, String>> saved,
            UnaryOperator<Page> choices) {
        this.session = session;
        this.visit = visit;
        this.name = name;
        this.saved = saved;
        this.choices = choices;
    }

    Response show() {
        return new VersionedForm(this).show();
    }

    /** @param typed what the fields show if nothing is saved */
    Response save(Form form, ApplicationProfile profile, Map<String, String> settings, Map<String, String> typed) {
        return new VersionedForm(this)
                .save(
                        form,
                        typed,
                        version -> new ApplicationEditor(session, visit.client())
                                .save(visit.caller(), profile, settings, version));
    }

    @Override
    public Page page() {
        return choices.apply(visit.page(name).textsOf("settings"));
    }

    @Override
    public Map<String, String> saved() {
        return saved.apply(visit.client());
    }

    @Override
    public String version() {
        return ApplicationVersion.of(visit.client());
    }

    @Override
    public boolean isChangeable() {
        return visit.permissions().mayChange(visit.client());
    }

    @Override
    public Response done() {
        return visit.redirect(name, "saved");
    }
}
