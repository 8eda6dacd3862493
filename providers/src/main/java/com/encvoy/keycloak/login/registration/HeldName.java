package com.encvoy.keycloak.login.registration;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.Attributes;
import org.keycloak.utils.StringUtil;

/**
 * The account created by a registration with an address in use. It reserves the chosen user name for as long as an
 * unused address would have, so that registering a name twice reveals nothing, and gives the rest of the login an
 * account to work on. It has no e-mail address, so no code is ever sent for it.
 */
final class HeldName {

    /** User attribute visible to administrators: the submitted address. */
    static final String CLAIMED_EMAIL = "encvoy.claimed_email";

    private static final Set<String> NOT_KEPT = Set.of(UserModel.USERNAME, UserModel.EMAIL);

    /** Replaces a user name equal to the address, which must not be reserved because its owner signs in with it. */
    private static final String UNNAMED = "held-";

    private HeldName() {}

    /** @param attributes of the profile, as submitted and validated */
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
