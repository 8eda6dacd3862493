package com.encvoy.keycloak.dashboard.profile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.Response;

import org.keycloak.events.EventType;
import org.keycloak.forms.login.freemarker.model.AbstractUserProfileBean;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.account.profile.EmailAddress;
import com.encvoy.keycloak.account.profile.PictureEditor;
import com.encvoy.keycloak.account.profile.ProfileEditor;
import com.encvoy.keycloak.account.profile.ProfileProblem;
import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.application.picture.PersonPicture;
import com.encvoy.keycloak.dashboard.account.AccountVisit;
import com.encvoy.keycloak.dashboard.application.Form;
import com.encvoy.keycloak.dashboard.application.VersionedForm;
import com.encvoy.keycloak.dashboard.shell.Page;

/** The page: the form with the fields of the user profile, the address and the picture. */
final class ProfileForm implements VersionedForm.Edited {

    static final String PAGE = "profile";

    private final AccountVisit visit;
    private final ProfileEditor editor;
    private final LoginTexts texts;
    private final Map<String, ProfileField> fields = new LinkedHashMap<>();
    private final Map<String, String> shown = new HashMap<>();
    private String pictureAddress = "";

    ProfileForm(AccountVisit visit) {
        this.visit = visit;
        this.editor = new ProfileEditor(visit.session(), visit.user());
        this.texts = LoginTexts.of(visit.session(), visit.language());
        editor.fields().shown().forEach(attribute -> {
            ProfileField field = new ProfileField(attribute, editor.fields().values(attribute.getName()), texts);
            fields.put(attribute.getName(), field);
            shown.put(field.name(), field.saved());
        });
    }

    Response show() {
        return new VersionedForm(this).show();
    }

    Response save(Form form) {
        Map<String, List<String>> typed = new HashMap<>();
        fields.values().stream().filter(ProfileField::isEditable).forEach(field -> {
            typed.put(field.attribute(), field.typed(form));
            shown.put(field.name(), String.join("\n", field.typed(form)));
        });
        return new VersionedForm(this)
                .save(
                        form,
                        shown,
                        version -> version.equals(editor.version())
                                ? refusals(editor.save(typed, visit.event(EventType.UPDATE_PROFILE)), Map.of())
                                : List.of(Refusal.of("", "stale", "It has been changed in the meantime.")));
    }

    /**
     * @param pictureField to which problems with the picture belong
     * @param typed the address of a picture; empty if there is none
     */
    Response refuse(List<ProfileProblem> problems, String pictureField, String typed) {
        pictureAddress = typed;
        return new VersionedForm(this).refuse(refusals(problems, Map.of(PersonPicture.ATTRIBUTE, pictureField)));
    }

    private List<Refusal> refusals(List<ProfileProblem> problems, Map<String, String> elsewhere) {
        return new Problems(editor.fields(), fields, texts).refusals(problems, elsewhere);
    }

    @Override
    public Page page() {
        return visit.page(PAGE)
                .textsOf("settings")
                .textsOf(PAGE)
                .with("readOnly", !isChangeable())
                .with("editable", fields.values().stream().anyMatch(ProfileField::isEditable))
                .with("groups", groups())
                .with("email", email())
                .with("picture", picture());
    }

    private List<Map<String, Object>> groups() {
        Map<String, List<AbstractUserProfileBean.Attribute>> groups = editor.fields().shown().stream()
                .collect(Collectors.groupingBy(
                        attribute -> attribute.getGroup() == null
                                ? ""
                                : attribute.getGroup().getName(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return groups.values().stream().map(this::group).toList();
    }

    private Map<String, Object> group(List<AbstractUserProfileBean.Attribute> attributes) {
        AbstractUserProfileBean.AttributeGroup group = attributes.get(0).getGroup();
        return Map.of(
                "title", group == null ? "" : texts.shown(group.getDisplayHeader()),
                "help", group == null ? "" : texts.shown(group.getDisplayDescription()),
                "fields",
                        attributes.stream()
                                .map(attribute -> fields.get(attribute.getName()))
                                .map(field -> field.model(isChangeable(), shown.get(field.name())))
                                .toList());
    }

    /** Null if the person may not see it. */
    private Map<String, Object> email() {
        UserModel user = visit.user();
        return editor.fields().mayView(UserModel.EMAIL)
                ? Map.of(
                        "address",
                        user.getEmail() == null ? "" : user.getEmail(),
                        "verified",
                        user.isEmailVerified(),
                        "editable",
                        isChangeable() && EmailAddress.isEditable(visit.session(), user))
                : null;
    }

    /** Null if the person may not see it. */
    private Map<String, Object> picture() {
        UserModel user = visit.user();
        String address = user.getFirstAttribute(PersonPicture.ATTRIBUTE);
        String uploaded = PersonPicture.address(visit.session(), user).orElse("");
        boolean editable = isChangeable() && new PictureEditor(visit.session(), user).isEditable();
        return editable || editor.fields().mayView(PersonPicture.ATTRIBUTE)
                ? Map.of(
                        "uploaded", uploaded,
                        "address", address == null || !uploaded.isEmpty() ? "" : address,
                        "typed", pictureAddress,
                        "editable", editable)
                : null;
    }

    @Override
    public Map<String, String> saved() {
        return fields.values().stream().collect(Collectors.toMap(ProfileField::name, ProfileField::saved));
    }

    @Override
    public String version() {
        return editor.version();
    }

    @Override
    public boolean isChangeable() {
        return visit.may(AccountRoles.MANAGE_ACCOUNT);
    }

    @Override
    public Response done() {
        return visit.visit().redirect(PAGE, "profile_saved");
    }
}
