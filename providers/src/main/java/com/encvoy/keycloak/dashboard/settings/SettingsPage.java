package com.encvoy.keycloak.dashboard.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.Settings;
import com.encvoy.keycloak.application.editing.ApplicationProfile;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.dashboard.application.Form;
import com.encvoy.keycloak.dashboard.application.ProfileForm;

/** {@code …/settings}: name, addresses and product of an application. */
public final class SettingsPage {

    private static final String PAGE = "settings";

    private final KeycloakSession session;
    private final String id;

    public SettingsPage(KeycloakSession session, String id) {
        this.session = session;
        this.id = id;
    }

    @GET
    public Response show() {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        visit.require(visit.permissions().mayRead(visit.client()));
        return form(visit).show();
    }

    @POST
    public Response save() {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        visit.require(visit.permissions().mayChange(visit.client()));
        Form form = Form.of(visit.visit());
        Map<String, String> typed = form.values();
        if (hasCatalog(visit)) {
            // A browser does not send a switch that is off.
            typed.putIfAbsent(Settings.CATALOG.key(), "");
        }
        return form(visit)
                .save(form, ProfileForm.read(form, visit.client().isPublicClient()), settings(visit, form), typed);
    }

    private static Map<String, String> settings(ApplicationVisit visit, Form form) {
        Map<String, String> settings = new HashMap<>();
        settings.put(Settings.TEMPLATE.key(), form.text(Settings.TEMPLATE.key()));
        if (hasCatalog(visit)) {
            settings.put(Settings.CATALOG_TYPE.key(), form.text(Settings.CATALOG_TYPE.key()));
            String listed = form.text(Settings.CATALOG.key());
            if (!listed.equals(listed(visit.client()))) {
                settings.put(Settings.CATALOG.key(), listed);
            }
        }
        return settings;
    }

    private static boolean hasCatalog(ApplicationVisit visit) {
        return Settings.CATALOG.valueFor(visit.client().getRealm(), null);
    }

    private static String listed(ClientModel client) {
        return Settings.CATALOG.valueFor(client) ? "true" : "";
    }

    private EditForm form(ApplicationVisit visit) {
        return new EditForm(
                session,
                visit,
                PAGE,
                SettingsPage::saved,
                page -> page.with("products", Settings.TEMPLATE.type().choices())
                        .with("twins", twins(visit.client()))
                        .with("hasCatalog", hasCatalog(visit))
                        .with(
                                "untrusted",
                                Application.of(visit.client())
                                        .untrustedCreator()
                                        .isPresent()));
    }

    /** Null if there are none. Templates of products have the two on purpose. */
    private static String twins(ClientModel client) {
        return Settings.TEMPLATE.valueFor(client).isEmpty()
                ? ProfileForm.withAndWithoutSlash(ApplicationProfile.of(client).redirectUris())
                        .orElse(null)
                : null;
    }

    private static Map<String, String> saved(ClientModel client) {
        Map<String, String> saved = new HashMap<>(ProfileForm.values(ApplicationProfile.of(client)));
        saved.put(Settings.TEMPLATE.key(), Settings.TEMPLATE.valueFor(client));
        if (Settings.CATALOG.valueFor(client.getRealm(), null)) {
            saved.put(Settings.CATALOG.key(), listed(client));
            saved.put(
                    Settings.CATALOG_TYPE.key(),
                    Objects.toString(client.getAttribute(Settings.CATALOG_TYPE.key()), ""));
        }
        return saved;
    }
}
