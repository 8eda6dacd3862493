package com.encvoy.keycloak.dashboard.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.ws.rs.core.Response;

import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.dashboard.shell.Page;

/**
 * A page with a form that changes something that may be changed elsewhere at the same time. If that has happened since
 * the form was opened, nothing is saved: the page shows the entries and, where they differ, the saved values. When the
 * form is sent again, the entries are saved.
 */
public final class VersionedForm {

    private static final String VERSION = "version";

    private final Edited edited;

    /** The object that is edited, and its page. */
    public interface Edited {

        /** The page, with its texts and what its template needs, but for the values. */
        Page page();

        /** The values of the fields for the stored state. */
        Map<String, String> saved();

        /** Changes whenever the stored state does. */
        String version();

        /** Whether the person may save, not only look. */
        boolean isChangeable();

        /** The response after saving. */
        Response done();
    }

    public VersionedForm(Edited edited) {
        this.edited = edited;
    }

    public Response show() {
        return page(edited.saved(), edited.version()).render();
    }

    /** The form as it is opened, with what was refused beside it. */
    public Response refuse(List<Refusal> refusals) {
        return Refusals.on(page(edited.saved(), edited.version()), refusals).render();
    }

    /**
     * @param typed what the fields show if nothing is saved
     * @param editor saves unless the stored state has another version than the given one
     */
    public Response save(Form form, Map<String, String> typed, Function<String, List<Refusal>> editor) {
        String version = form.text(VERSION);
        List<Refusal> refusals = editor.apply(version);
        if (refusals.isEmpty()) {
            return edited.done();
        }
        if (refusals.stream().anyMatch(refusal -> refusal.code().equals("stale"))) {
            return page(typed, edited.version())
                    .with("stale", true)
                    .with("saved", differences(typed))
                    .status(Response.Status.CONFLICT)
                    .render();
        }
        return Refusals.on(page(typed, version), refusals).render();
    }

    private Page page(Map<String, String> values, String version) {
        return edited.page()
                .with("values", values)
                .with(VERSION, version)
                .with("stale", false)
                .with("saved", Map.of())
                .with("mayChange", edited.isChangeable());
    }

    private Map<String, String> differences(Map<String, String> typed) {
        Map<String, String> differing = new HashMap<>();
        edited.saved().forEach((field, value) -> {
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
