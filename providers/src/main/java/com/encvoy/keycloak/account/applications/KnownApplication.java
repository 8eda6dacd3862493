package com.encvoy.keycloak.account.applications;

import java.util.List;
import java.util.Optional;

import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.UserConsentModel;

/**
 * An application that a person is signed in to, shares data with, or is a member of.
 *
 * @param member whether the person has a role there
 * @param online whether a session uses it
 * @param offline whether it stays signed in without one
 * @param consent what the person agreed to, if it was asked for
 * @param scopes what it was granted
 * @param since milliseconds since the epoch; 0 if it is not known
 * @param lastUsed when the latest session that uses it was active: milliseconds since the epoch; 0 if it is not known
 */
public record KnownApplication(
        ClientModel client,
        boolean member,
        boolean online,
        boolean offline,
        Optional<UserConsentModel> consent,
        List<ClientScopeModel> scopes,
        long since,
        long lastUsed) {

    /** Whether it has something that can be revoked: a session, an offline session or a consent. */
    public boolean hasAccess() {
        return online || offline || consent.isPresent();
    }
}
