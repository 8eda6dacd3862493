package com.encvoy.keycloak.login.registration;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.Attributes;
import org.keycloak.utils.StringUtil;

/**
 * The account of a registration with an address that is taken: it holds the chosen user name, for as long as it would
 * be held had the address been free, so that registering a name twice tells nothing. The rest of the login has an
 * account to work on, as any registration has. It has no address, so that no code is ever sent for it.
 */
final class HeldName {

    /** User attribute, seen by administrators: the address that was typed. */
    static final String CLAIMED_EMAIL = "encvoy.claimed_email";

    private static final Set<String> NOT_KEPT = Set.of(UserModel.USERNAME, UserModel.EMAIL);

    /** Where the user name would have been the address, which is not to be held: its owner signs in with it. */
    private static final String UNNAMED = "held-";

    private HeldName() {}

    /** @param attributes of the profile as they were typed and validated */
    static UserModel hold(KeycloakSession session, RegistrationNames names, Attributes attributes) {
        String username = names.isUsernameTheAddress() ? UNNAMED + UUID.randomUUID() : names.username();
        UserModel holder = session.users().addUser(session.getContext().getRealm(), username);
        holder.setEnabled(true);
        attributes.getWritable().forEach((name, values) -> {
            List<String> kept = values.stream().filter(StringUtil::isNotBlank).toList();
            if (!NOT_KEPT.contains(name) && !kept.isEmpty()) {
                holder.setAttribute(name, kept);
            }
        });
        holder.setSingleAttribute(CLAIMED_EMAIL, names.email());
        return holder;
    }
}
