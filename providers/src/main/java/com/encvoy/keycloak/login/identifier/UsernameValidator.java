package com.encvoy.keycloak.login.identifier;

import java.util.List;
import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.AttributeContext;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.utils.StringUtil;
import org.keycloak.validate.SimpleValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;

import com.encvoy.keycloak.application.ValidatorInput;

/**
 * Validator {@code encvoy-username} of user profiles: rejects e-mail addresses other than the account's own, and phone
 * numbers. Accepts user names that an account already has.
 */
public final class UsernameValidator implements SimpleValidator, ConfiguredProvider {

    /** Stored in realms, never to be renamed. */
    public static final String ID = "encvoy-username";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public ValidationContext validate(Object input, String hint, ValidationContext context, ValidatorConfig config) {
        Optional<String> value = ValidatorInput.first(input).filter(StringUtil::isNotBlank);
        if (value.isEmpty()) {
            return context;
        }
        String username = value.get();
        AttributeContext attribute =
                UserProfileAttributeValidationContext.from(context).getAttributeContext();
        KeycloakSession session = context.getSession();
        UserModel user = attribute.getUser();
        String email = attribute.getAttributes().getFirst(UserModel.EMAIL);
        // An administrator may set the e-mail address of an account in a second step.
        boolean unfinished = attribute.getContext() == UserProfileContext.USER_API && StringUtil.isBlank(email);
        if (!unfinished && (user == null || !username.equalsIgnoreCase(user.getUsername()))) {
            UsernameRule.problem(session, username, email)
                    .ifPresent(problem -> context.addError(new ValidationError(ID, hint, problem)));
        }
        return context;
    }

    @Override
    public String getHelpText() {
        return "A user name that is neither another user's e-mail address nor a phone number.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
