package com.encvoy.keycloak.dashboard.settings;

import java.util.HashMap;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

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
        String product = Settings.TEMPLATE.key();
        return form(visit)
                .save(
                        form,
                        ProfileForm.read(form, visit.client().isPublicClient()),
                        Map.of(product, form.text(product)),
                        form.values());
    }

    private EditForm form(ApplicationVisit visit) {
        return new EditForm(
                session,
                visit,
                PAGE,
                SettingsPage::saved,
                page -> page.with("products", Settings.TEMPLATE.type().choices())
                        .with("twins", twins(visit.client())));
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
        return saved;
    }
}
