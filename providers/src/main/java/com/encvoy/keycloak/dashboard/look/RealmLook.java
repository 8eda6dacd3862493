package com.encvoy.keycloak.dashboard.look;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.application.WidgetSettings;
import com.encvoy.keycloak.application.editing.ApplicationVersion;
import com.encvoy.keycloak.application.editing.RealmEditor;
import com.encvoy.keycloak.application.picture.RealmLogo;
import com.encvoy.keycloak.claims.CustomFields;
import com.encvoy.keycloak.dashboard.application.Form;
import com.encvoy.keycloak.dashboard.application.VersionedForm;
import com.encvoy.keycloak.dashboard.shell.Page;
import com.encvoy.keycloak.dashboard.shell.Visit;

/**
 * The settings of the realm for all applications, in a form: the look, the default privacy of people, limits, mails.
 */
final class RealmLook implements VersionedForm.Edited {

    static final String PAGE = "realm";

    /** Always released: the identifier of an account. */
    private static final String ID = "id";

    private final Visit visit;
    private final KeycloakSession session;
    private final RealmModel realm;
    private final SettingFields fields;
    private Map<String, String> shown;

    RealmLook(Visit visit) {
        this.visit = visit;
        this.session = visit.session();
        this.realm = visit.caller().realm();
        this.fields = new SettingFields(LookSettings.ofRealm(), withDefaultPrivacy(realm), true);
        this.shown = fields.saved();
    }

    /** The boxes of a realm without a setting for privacy show the default. */
    private static UnaryOperator<String> withDefaultPrivacy(RealmModel realm) {
        return key -> {
            String value = realm.getAttribute(key);
            return ReleasePolicy.REALM_DEFAULT.equals(key) && StringUtil.isBlank(value)
                    ? String.join(" ", ReleasePolicy.DEFAULT_FIELDS.valueFor(realm, null))
                    : value;
        };
    }

    Response save(Form form) {
        shown = fields.typed(form);
        Map<String, String> changes = fields.changes(form);
        return new VersionedForm(this)
                .save(form, shown, version -> new RealmEditor(session, realm).save(visit.caller(), changes, version));
    }

    /** The page with which people sign in here, as it would be with what was typed. */
    Response preview(Form form) {
        Map<String, String> changes = fields.changes(form);
        return preview(LookSettings.draft(realm, null, changes, new RealmEditor(session, realm).refusals(changes)));
    }

    Response preview() {
        return preview(Map.of());
    }

    private Response preview(Map<String, String> draft) {
        ClientModel dashboard = session.getContext().getClient();
        return new Preview(visit).of(Draft.of(realm, draft), dashboard);
    }

    @Override
    public Page page() {
        String logo = WidgetSettings.AVATAR
                .ofRealm(realm)
                .flatMap(address -> address)
                .map(Object::toString)
                .orElse("");
        return new LookModel(visit, LookSettings.defaults(realm), shown)
                .on(
                        visit.page(PAGE),
                        logo,
                        new RealmLogo(session, realm).picture().isPresent())
                .textsOf("realm")
                .with("fields", releasable());
    }

    /** The fields of people that may be released: by name, with the text that the realm has for it, if any. */
    private Map<String, String> releasable() {
        Map<String, String> releasable = new LinkedHashMap<>();
        ReleasePolicy.DEFAULT_FIELDS.type().choices().stream()
                .filter(field -> !field.equals(ID))
                .forEach(field -> releasable.put(field, ""));
        CustomFields.of(session.getProvider(UserProfileProvider.class).getConfiguration())
                .forEach(releasable::putIfAbsent);
        List.of(shown.get(ReleasePolicy.REALM_DEFAULT).split("\n")).stream()
                .filter(field -> !field.isEmpty() && !field.equals(ID))
                .forEach(field -> releasable.putIfAbsent(field, field));
        return releasable;
    }

    @Override
    public Map<String, String> saved() {
        return fields.saved();
    }

    @Override
    public String version() {
        return ApplicationVersion.of(realm);
    }

    @Override
    public boolean isChangeable() {
        return visit.permissions().mayChangeRealm();
    }

    @Override
    public Response done() {
        return visit.redirect(PAGE, "saved");
    }
}
