package com.encvoy.keycloak.login.registration;

import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.authentication.forms.RegistrationPassword;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.login.flow.PasswordRules;

/**
 * Form action {@code encvoy-registration-password}: Keycloak's, except that the e-mail address is verified by code
 * before the password is set if the realm verifies addresses.
 */
public final class DeferredRegistrationPassword extends RegistrationPassword {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-registration-password";

    /** Name of Keycloak's option, available since 26.7. Read here for 26.6 as well. */
    private static final String ALWAYS_ON_FORM = "always_set_password_on_register_form";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Encvoy: registration password";
    }

    @Override
    public void buildPage(FormContext context, LoginFormsProvider form) {
        if (!isSetLater(context)) {
            super.buildPage(context, form);
            PasswordRules.forFirstPassword(form, context.getRealm());
        }
    }

    @Override
    public void validate(ValidationContext context) {
        if (isSetLater(context)) {
            context.success();
        } else {
            super.validate(context);
        }
    }

    @Override
    public void success(FormContext context) {
        if (isSetLater(context)) {
            context.getUser().addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
        } else {
            super.success(context);
        }
    }

    /**
     * If addresses are verified, verification comes first, as in Keycloak 26.7: a visitor must not be able to set a
     * password for an account that the owner of the address takes over. The check of the realm's settings may go when
     * 26.6 is no longer supported.
     */
    private static boolean isSetLater(FormContext context) {
        AuthenticatorConfigModel config = context.getAuthenticatorConfig();
        if (EmailInUse.isConcealed(context.getSession(), context.getRealm())) {
            // Regardless of the option: signing in with the address and the new password would reveal whether the
            // address was unused.
            return true;
        }
        if (config != null && Boolean.parseBoolean(config.getConfig().get(ALWAYS_ON_FORM))) {
            return false;
        }
        RequiredActionProviderModel verification =
                context.getRealm().getRequiredActionProviderByAlias(UserModel.RequiredAction.VERIFY_EMAIL.name());
        return context.getRealm().isVerifyEmail() || (verification != null && verification.isDefaultAction());
    }
}
