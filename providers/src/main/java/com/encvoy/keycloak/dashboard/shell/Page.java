package com.encvoy.keycloak.dashboard.shell;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.MessageFormatterMethod;
import org.keycloak.theme.freemarker.FreeMarkerProvider;

/** A page of the dashboard, as a template of the theme and what it shows. */
public final class Page {

    private final Visit visit;
    private final String template;
    private final Map<String, Object> model = new HashMap<>();
    private final List<String> areas = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private Response.Status status = Response.Status.OK;
    private String error;

    private record Problem(String field, String key, List<Object> parameters, String otherwise) {

        String text(Properties messages, Locale language) {
            String text = messages.getProperty(key);
            return text == null ? otherwise : new MessageFormat(text, language).format(parameters.toArray());
        }
    }

    Page(Visit visit, String template) {
        this.visit = visit;
        this.template = template;
    }

    /** @param value a text, a number, a list or a map; templates escape it */
    public Page with(String name, Object value) {
        if (value != null) {
            model.put(name, value);
        }
        return this;
    }

    /** @param area whose texts the page uses: the bundle {@code dashboard-<area>} */
    public Page textsOf(String area) {
        areas.add(area);
        return this;
    }

    /** The status of a page that shows what is wrong with a form. */
    public Page status(Response.Status changed) {
        this.status = changed;
        return this;
    }

    /** @param key of a message that tells what went wrong */
    public Page error(String key) {
        this.error = key;
        return this;
    }

    /**
     * Says at a field why its value was refused.
     *
     * @param field empty if it concerns none
     * @param key of the message
     * @param otherwise the sentence if there is no such message
     */
    public Page problem(String field, String key, List<Object> parameters, String otherwise) {
        problems.add(new Problem(field, key, parameters, otherwise));
        return this;
    }

    public Response render() {
        KeycloakSession session = visit.session();
        RealmModel realm = session.getContext().getRealm();
        Theme theme = Texts.theme(session);
        Locale language = Shell.language(session, theme, visit.user());
        Properties messages = Texts.messages(theme, realm, language, areas);
        Response.ResponseBuilder response = Response.status(status);
        Map<String, Object> shown = new HashMap<>(new Shell(visit, theme, language, messages).model());
        if (error != null) {
            shown.put("notice", Map.of("kind", "error", "text", messages.getProperty(error, error)));
        } else {
            Notice.read(session)
                    .map(name -> messages.getProperty("notice." + name))
                    .ifPresent(text -> {
                        shown.put("notice", Map.of("kind", "success", "text", text));
                        response.cookie(Notice.expired(session));
                    });
        }
        Map<String, String> errors = new LinkedHashMap<>();
        problems.forEach(problem ->
                errors.merge(problem.field(), problem.text(messages, language), (first, next) -> first + " " + next));
        shown.put("errors", errors);
        shown.put("values", Map.of());
        shown.putAll(model);
        shown.put("msg", new MessageFormatterMethod(language, messages));
        return response.type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(html(session, theme, shown))
                .build();
    }

    private String html(KeycloakSession session, Theme theme, Map<String, Object> shown) {
        try {
            return session.getProvider(FreeMarkerProvider.class)
                    .processTemplate(shown, "dashboard/" + template + ".ftl", theme);
        } catch (FreeMarkerException e) {
            throw new IllegalStateException("The page " + template + " of the dashboard cannot be rendered.", e);
        }
    }
}
