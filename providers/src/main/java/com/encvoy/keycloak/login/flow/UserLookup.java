package com.encvoy.keycloak.login.flow;

import java.util.Optional;

import org.keycloak.models.UserModel;

/** Finds the person that an identifier means. */
public interface UserLookup {

    /** @return empty if the identifier means no person, or more than one */
    Optional<UserModel> find(Identifier identifier);

    /**
     * Does the rest of the work that an unknown identifier would have taken, so that the time of the answer does not
     * tell whether there is an account.
     */
    void settle();
}
