package com.encvoy.keycloak.claims;

import java.util.List;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.utils.StringUtil;
import org.keycloak.validate.SimpleValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;

import com.encvoy.keycloak.application.ValidatorInput;

/**
 * Validator {@code encvoy-subject} of user profiles: the {@code sub} must be unique, and must not change once set. Only
 * administrators see its messages.
 */
public final class SubjectValidator implements SimpleValidator, ConfiguredProvider {

    /** Stored in realms, never to be renamed. */
    public static final String ID = "encvoy-subject";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public ValidationContext validate(
            Object input, String attribute, ValidationContext context, ValidatorConfig config) {
        String value = ValidatorInput.first(input).orElse("");
        KeycloakSession session = context.getSession();
        UserModel user = UserProfileAttributeValidationContext.from(context)
                .getAttributeContext()
                .getUser();
        String before = user == null ? null : user.getFirstAttribute(attribute);
        if (StringUtil.isNotBlank(before) && !before.equals(value)) {
            context.addError(new ValidationError(
                    ID,
                    attribute,
                    "The subject of a user cannot be changed, because applications identify the user by it."));
        } else if (!value.isEmpty() && !Subject.isWellFormed(value)) {
            context.addError(new ValidationError(
                    ID, attribute, "The subject must consist of at most 128 printable ASCII characters."));
        } else if (!value.isEmpty()
                && Subject.isTaken(session, session.getContext().getRealm(), attribute, value, user)) {
            context.addError(new ValidationError(ID, attribute, "Another user already has this subject."));
        }
        return context;
    }

    @Override
    public String getHelpText() {
        return "A subject (claim sub) that is unique and cannot be changed once set.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
