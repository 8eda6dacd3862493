package com.encvoy.keycloak.dashboard.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.Response;

import org.keycloak.events.EventType;
import org.keycloak.models.AccountRoles;

import com.encvoy.keycloak.access.AccountPermissions;
import com.encvoy.keycloak.account.applications.KnownApplication;
import com.encvoy.keycloak.account.privacy.LinkedAccount;
import com.encvoy.keycloak.account.privacy.PrivacyEditor;
import com.encvoy.keycloak.account.privacy.ProfileField;
import com.encvoy.keycloak.account.privacy.VisibleData;
import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.dashboard.account.AccountVisit;
import com.encvoy.keycloak.dashboard.application.Form;
import com.encvoy.keycloak.dashboard.application.VersionedForm;
import com.encvoy.keycloak.dashboard.shell.Page;

/** The form with a switch for each field and each linked account. */
final class PrivacyForm implements VersionedForm.Edited {

    static final String PAGE = "privacy";

    private static final String FIELD = "field.";

    private static final String ACCOUNT = "account.";

    private static final String ON = "true";

    private final AccountVisit visit;
    private final VisibleData data;
    private final PrivacyEditor editor;
    private final int first;

    /** @param first how many applications to skip */
    PrivacyForm(AccountVisit visit, int first) {
        this.visit = visit;
        this.data = new VisibleData(visit.session(), visit.realm(), visit.user());
        this.editor = new PrivacyEditor(visit.session(), visit.realm(), visit.user());
        this.first = first;
    }

    Response show() {
        return new VersionedForm(this).show();
    }

    Response save() {
        Form form = Form.of(visit.visit());
        Set<String> on = form.values().entrySet().stream()
                .filter(field -> field.getValue().equals(ON))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new VersionedForm(this)
                .save(
                        form,
                        typed(on),
                        version -> editor.save(
                                below(FIELD, on), below(ACCOUNT, on), version, visit.event(EventType.UPDATE_PROFILE)));
    }

    Response useDefault() {
        List<Refusal> refusals = editor.useDefault(visit.event(EventType.UPDATE_PROFILE));
        return refusals.isEmpty()
                ? visit.visit().redirect(PAGE, "privacy_default")
                : new VersionedForm(this).refuse(refusals);
    }

    private Map<String, String> typed(Set<String> on) {
        Map<String, String> typed = new HashMap<>(saved());
        typed.replaceAll((field, value) -> on.contains(field) ? ON : "");
        data.fields().stream()
                .filter(field -> !field.changeable())
                .forEach(field -> typed.put(FIELD + field.name(), text(field.released())));
        return typed;
    }

    private static Set<String> below(String prefix, Set<String> names) {
        return names.stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    private static String text(boolean on) {
        return on ? ON : "";
    }

    @Override
    public Page page() {
        ShownValue values = PrivacyPages.values(visit);
        List<Map<String, Object>> fields = new ArrayList<>();
        for (ProfileField field : data.fields()) {
            fields.add(Map.of(
                    "name", field.name(),
                    "label", field.label(),
                    "changeable", field.changeable(),
                    "secret", field.secret(),
                    "value", values.of(field.name(), field.value())));
        }
        List<Map<String, Object>> accounts = new ArrayList<>();
        for (LinkedAccount account : data.accounts()) {
            accounts.add(Map.of("alias", account.alias(), "service", account.service(), "account", account.account()));
        }
        return applications(visit.page(PAGE).textsOf("settings").textsOf(PAGE))
                .with("fields", fields)
                .with("accounts", accounts)
                .with("chosen", data.isChosen())
                .with("choosesFields", data.mayChooseFields())
                .with("choosesAccounts", data.mayChooseAccounts())
                .with("mayUseDefault", data.isChosen() && data.mayChooseFields() && mayManage());
    }

    /** The applications in use; not shown to people who may not see their applications in Keycloak either. */
    private Page applications(Page page) {
        boolean sees = new AccountPermissions(visit.realm(), visit.user()).hasOneOf(PrivacyPages.SEES_APPLICATIONS);
        List<KnownApplication> known = sees ? PrivacyPages.applications(visit) : List.of();
        int end = Math.min(known.size(), first + PrivacyPages.SIZE);
        return page.with("seesApplications", sees)
                .with(
                        "applications",
                        first >= end
                                ? List.of()
                                : known.subList(first, end).stream()
                                        .map(application -> PrivacyPages.shown(application.client()))
                                        .toList())
                .with("first", first)
                .with("previous", Math.max(0, first - PrivacyPages.SIZE))
                .with("next", end < known.size() ? end : -1);
    }

    private boolean mayManage() {
        return visit.may(AccountRoles.MANAGE_ACCOUNT);
    }

    @Override
    public Map<String, String> saved() {
        Map<String, String> saved = new HashMap<>();
        data.fields().forEach(field -> saved.put(FIELD + field.name(), text(field.released())));
        data.accounts().forEach(account -> saved.put(ACCOUNT + account.alias(), text(account.shown())));
        return saved;
    }

    @Override
    public String version() {
        return editor.version();
    }

    @Override
    public boolean isChangeable() {
        return mayManage() && (data.mayChooseFields() || data.mayChooseAccounts());
    }

    @Override
    public Response done() {
        return visit.visit().redirect(PAGE, "privacy_saved");
    }
}
