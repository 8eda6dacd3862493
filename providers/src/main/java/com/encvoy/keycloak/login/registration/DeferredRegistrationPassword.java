package com.encvoy.keycloak.login.registration;

import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.authentication.forms.RegistrationPassword;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;

/**
 * Form action {@code encvoy-registration-password}: Keycloak's, but where addresses are verified by code that comes
 * before a password is set.
 */
public final class DeferredRegistrationPassword extends RegistrationPassword {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-registration-password";

    /** Keycloak's name of its option, from version 26.7 on. */
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
     * Where addresses are verified, that comes first, as in Keycloak from version 26.7 on: nobody sets a password for a
     * stranger.
     */
    private static boolean isSetLater(FormContext context) {
        AuthenticatorConfigModel config = context.getAuthenticatorConfig();
        if (EmailInUse.isConcealed(context.getSession(), context.getRealm())) {
            // Whatever the option says: who signs in with the address and the new password would learn whether the
            // address was free.
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
