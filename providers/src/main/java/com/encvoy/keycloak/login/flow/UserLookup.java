package com.encvoy.keycloak.login.flow;

import java.util.Optional;

import org.keycloak.models.UserModel;

/** Finds the user that an identifier belongs to. */
public interface UserLookup {

    /** @return empty if the identifier belongs to no user, or to several */
    Optional<UserModel> find(Identifier identifier);

    /**
     * Does the remaining work that an unknown identifier would have taken, so that the response time does not reveal
     * whether the account exists.
     */
    void settle();
}
