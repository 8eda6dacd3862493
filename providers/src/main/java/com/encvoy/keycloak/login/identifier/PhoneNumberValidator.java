package com.encvoy.keycloak.login.identifier;

import java.util.List;
import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
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
 * Validator {@code encvoy-phone-number} of user profiles: a unique phone number in E.164 format, so that it identifies
 * one user at sign-in. {@link NormalizingUserProfiles} writes attributes with this validator in that format first.
 */
public final class PhoneNumberValidator implements SimpleValidator, ConfiguredProvider {

    /** Stored in realms, never to be renamed. */
    public static final String ID = "encvoy-phone-number";

    static final String INVALID = "encvoyPhoneNumberInvalid";
    static final String TAKEN = "encvoyPhoneNumberTaken";

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
        if (PhoneNumbers.e164(value.get(), "").filter(value.get()::equals).isEmpty()) {
            context.addError(new ValidationError(ID, hint, INVALID));
        } else if (isTaken(value.get(), context)) {
            context.addError(new ValidationError(ID, hint, TAKEN));
        }
        return context;
    }

    private static boolean isTaken(String number, ValidationContext context) {
        AttributeContext attribute =
                UserProfileAttributeValidationContext.from(context).getAttributeContext();
        // A visitor who registers must not learn whether the number is in use: see NonDisclosingUserCreation.
        return attribute.getContext() != UserProfileContext.REGISTRATION
                && isTaken(context.getSession(), number, attribute.getUser());
    }

    /**
     * Whether this is the phone number or the user name of another user.
     *
     * @param owner the user that may have the number; null if none may
     */
    public static boolean isTaken(KeycloakSession session, String number, UserModel owner) {
        RealmModel realm = session.getContext().getRealm();
        UserModel named = session.users().getUserByUsername(realm, number);
        return (named != null && ValidatorInput.isOther(named, owner))
                || ValidatorInput.isTaken(session, realm, PhoneNumbers.ATTRIBUTE, number, owner);
    }

    @Override
    public String getHelpText() {
        return "A unique phone number. Any common notation is accepted; it is stored like +491701234567.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
