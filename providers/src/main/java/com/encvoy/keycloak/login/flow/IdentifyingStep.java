package com.encvoy.keycloak.login.flow;

import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.RealmModel;

/** An authenticator that asks for an identifier and determines its meaning. */
public interface IdentifyingStep {

    /** @param step the execution that asked, whose options apply */
    UserLookup lookup(RealmModel realm, AuthenticationExecutionModel step);
}
