package com.encvoy.keycloak.login;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.authentication.FormContext;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * The account of somebody who has registered with another person's address: it holds the chosen user name, for as long as it would be
 * held had the address been free, so that registering a name twice tells nothing. It has no address, so that nobody is ever sent a
 * code for it, and no way to get one.
 */
final class HeldName {

    /** User attribute, seen by administrators: the address that was typed. */
    static final String CLAIMED_EMAIL = "encvoy.claimed_email";

    private HeldName() {
    }

    /** @param profile as it was typed and validated */
    static UserModel hold(FormContext context, UserProfile profile) {
        Map<String, List<String>> attributes = new HashMap<>(profile.getAttributes().toMap());
        List<String> claimed = attributes.remove(UserModel.EMAIL);
        UserModel holder = context.getSession().getProvider(UserProfileProvider.class).create(UserProfileContext.REGISTRATION, attributes)
                .create(false);
        holder.setEnabled(true);
        holder.setAttribute(CLAIMED_EMAIL, claimed == null ? List.of() : claimed);
        return holder;
    }

    /** Whether this account holds a name and nothing else. */
    static boolean isOnly(UserModel user) {
        return !CodeRecipient.hasAddress(user) && user.getFirstAttribute(CLAIMED_EMAIL) != null;
    }
}
