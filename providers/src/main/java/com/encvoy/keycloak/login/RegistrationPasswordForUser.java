package com.encvoy.keycloak.login;

import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.forms.RegistrationPassword;

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
        }
    }
}
