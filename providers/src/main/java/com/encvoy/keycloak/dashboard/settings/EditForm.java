package com.encvoy.keycloak.dashboard.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.editing.ApplicationEditor;
import com.encvoy.keycloak.application.editing.ApplicationProfile;
import com.encvoy.keycloak.application.editing.ApplicationVersion;
import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.dashboard.application.Form;
import com.encvoy.keycloak.dashboard.application.Refusals;
import com.encvoy.keycloak.dashboard.shell.Page;

/**
 * A page with a form that changes an application. If it was changed elsewhere since the form was opened, nothing is
 * saved: the page shows what was typed and, where it differs, what is saved now; sent once more, it is saved.
 */
final class EditForm {

    private static final String VERSION = "version";

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
        return page(saved.apply(visit.client()), ApplicationVersion.of(visit.client()))
                .render();
    }

    /** @param typed what the fields show if nothing is saved */
    Response save(Form form, ApplicationProfile profile, Map<String, String> settings, Map<String, String> typed) {
        String version = form.text(VERSION);
        List<Refusal> refusals =
                new ApplicationEditor(session, visit.client()).save(visit.caller(), profile, settings, version);
        if (refusals.isEmpty()) {
            return visit.redirect(name, "saved");
        }
        if (refusals.stream().anyMatch(refusal -> refusal.code().equals("stale"))) {
            return page(typed, ApplicationVersion.of(visit.client()))
                    .with("stale", true)
                    .with("saved", differences(typed))
                    .status(Response.Status.CONFLICT)
                    .render();
        }
        return Refusals.on(page(typed, version), refusals).render();
    }

    private Page page(Map<String, String> values, String version) {
        Page page = visit.page(name)
                .textsOf("settings")
                .with("values", values)
                .with(VERSION, version)
                .with("stale", false)
                .with("saved", Map.of())
                .with("mayChange", visit.permissions().mayChange(visit.client()));
        return choices.apply(page);
    }

    private Map<String, String> differences(Map<String, String> typed) {
        Map<String, String> differing = new HashMap<>();
        saved.apply(visit.client()).forEach((field, value) -> {
            if (!lines(value).equals(lines(typed.getOrDefault(field, "")))) {
                differing.put(field, value);
            }
        });
        return differing;
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
