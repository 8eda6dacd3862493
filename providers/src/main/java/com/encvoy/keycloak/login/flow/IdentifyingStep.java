package com.encvoy.keycloak.login.flow;

import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.RealmModel;

/** An authenticator that asks for an identifier, and so decides what the identifier means. */
public interface IdentifyingStep {

    /** @param step the execution that asked, whose options decide */
    UserLookup lookup(RealmModel realm, AuthenticationExecutionModel step);
}
