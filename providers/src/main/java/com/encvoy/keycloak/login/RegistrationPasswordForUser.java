package com.encvoy.keycloak.login;

import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.forms.RegistrationPage;
import org.keycloak.authentication.forms.RegistrationPassword;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.PasswordPolicy;

/**
 * Form action {@code encvoy-registration-password}: Keycloak's, which it leaves alone where no user was created because the
 * address is taken.
 */
public final class RegistrationPasswordForUser extends RegistrationPassword {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-registration-password";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Encvoy: registration password";
    }

    @Override
    public void success(FormContext context) {
        if (!TakenAddress.isFound(context)) {
            super.success(context);
            return;
        }
        String password = context.getHttpRequest().getDecodedFormParameters().getFirst(RegistrationPage.FIELD_PASSWORD);
        if (password != null && !password.isEmpty()) {
            hash(context, password);
        }
    }

    /** The same work, for nothing. */
    private static void hash(FormContext context, String password) {
        PasswordPolicy policy = context.getRealm().getPasswordPolicy();
        PasswordHashProvider hashing = policy.getHashAlgorithm() == null ? context.getSession().getProvider(PasswordHashProvider.class)
                : context.getSession().getProvider(PasswordHashProvider.class, policy.getHashAlgorithm());
        hashing.encodedCredential(password, policy.getHashIterations());
    }
}
