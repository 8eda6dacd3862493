package com.encvoy.keycloak.dashboard.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.keycloak.forms.login.freemarker.model.AbstractUserProfileBean;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.account.profile.ProfileFields;
import com.encvoy.keycloak.account.profile.ProfileProblem;
import com.encvoy.keycloak.application.editing.Refusal;

/** Says why a profile was not saved, at the fields of the page and in the words of the login pages. */
final class Problems {

    private final ProfileFields profile;
    private final Map<String, ProfileField> fields;
    private final LoginTexts texts;

    /** @param fields of the form, by attribute */
    Problems(ProfileFields profile, Map<String, ProfileField> fields, LoginTexts texts) {
        this.profile = profile;
        this.fields = fields;
        this.texts = texts;
    }

    /** @param elsewhere names of fields outside the form, by attribute */
    List<Refusal> refusals(List<ProfileProblem> problems, Map<String, String> elsewhere) {
        return problems.stream()
                .map(problem -> problem.equals(ProfileProblem.READ_ONLY)
                        ? Refusal.of("", problem.message(), "Your account cannot be changed here.")
                        : refusal(problem, elsewhere))
                .distinct()
                .toList();
    }

    private Refusal refusal(ProfileProblem problem, Map<String, String> elsewhere) {
        String attribute = problem.attribute();
        String label = label(attribute);
        List<Object> parameters = new ArrayList<>(problem.parameters());
        if (!parameters.isEmpty()) {
            parameters.set(0, label);
        }
        String text = texts.message(problem.message(), parameters);
        ProfileField field = fields.get(attribute);
        if (field != null && field.isEditable()) {
            return Refusal.of(field.name(), "", text);
        }
        return elsewhere.containsKey(attribute)
                ? Refusal.of(elsewhere.get(attribute), "", text)
                : Refusal.of("", "", label.isEmpty() ? text : label + ": " + text);
    }

    private String label(String attribute) {
        return Stream.ofNullable(profile.getAttributesByName().get(attribute))
                .map(AbstractUserProfileBean.Attribute::getDisplayName)
                .map(texts::shown)
                .filter(StringUtil::isNotBlank)
                .findFirst()
                .orElse(attribute);
    }
}
