package com.encvoy.keycloak.login;

import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.authentication.forms.RegistrationPage;
import org.keycloak.authentication.forms.RegistrationPassword;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;

/**
 * Form action {@code encvoy-registration-password}: Keycloak's, which it leaves alone where no user was created (the address is taken
 * and is the user name too), and where the address is verified before a password is set.
 */
public final class RegistrationPasswordForUser extends RegistrationPassword {

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
        UserModel user = context.getUser();
        if (isSetLater(context)) {
            if (user != null) {
                user.addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
            }
            return;
        }
        if (user != null) {
            super.success(context);
            return;
        }
        String password = context.getHttpRequest().getDecodedFormParameters().getFirst(RegistrationPage.FIELD_PASSWORD);
        if (password != null && !password.isEmpty()) {
            hash(context, password);
        }
    }

    /** Where addresses are verified, that comes first, as in Keycloak from version 26.7 on: nobody sets a password for a stranger. */
    private static boolean isSetLater(FormContext context) {
        AuthenticatorConfigModel config = context.getAuthenticatorConfig();
        if (config != null && Boolean.parseBoolean(config.getConfig().get(ALWAYS_ON_FORM))) {
            return false;
        }
        RequiredActionProviderModel verification =
                context.getRealm().getRequiredActionProviderByAlias(UserModel.RequiredAction.VERIFY_EMAIL.name());
        return context.getRealm().isVerifyEmail() || verification != null && verification.isDefaultAction();
    }

    /** The same work, for nothing. */
    private static void hash(FormContext context, String password) {
        PasswordPolicy policy = context.getRealm().getPasswordPolicy();
        PasswordHashProvider hashing = policy.getHashAlgorithm() == null ? context.getSession().getProvider(PasswordHashProvider.class)
                : context.getSession().getProvider(PasswordHashProvider.class, policy.getHashAlgorithm());
        hashing.encodedCredential(password, policy.getHashIterations());
    }
}
