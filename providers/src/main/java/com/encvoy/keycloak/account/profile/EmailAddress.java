package com.encvoy.keycloak.account.profile;

import org.keycloak.authentication.requiredactions.UpdateEmail;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/** The e-mail address of a person, which only Keycloak's required action <em>Update Email</em> changes. */
public final class EmailAddress {

    /** The required action. */
    public static final String ACTION = UserModel.RequiredAction.UPDATE_EMAIL.name();

    private EmailAddress() {}

    /** Whether the realm has that action, and its user profile lets the person have another address. */
    public static boolean isEditable(KeycloakSession session, UserModel user) {
        return UpdateEmail.isEnabled(session.getContext().getRealm())
                && !session.getProvider(UserProfileProvider.class)
                        .create(UserProfileContext.UPDATE_EMAIL, user)
                        .getAttributes()
                        .isReadOnly(UserModel.EMAIL);
    }
}
