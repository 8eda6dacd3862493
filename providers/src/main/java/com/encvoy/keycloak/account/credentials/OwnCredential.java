package com.encvoy.keycloak.account.credentials;

import java.time.Instant;
import java.util.Optional;

/**
 * One credential of a person, without anything that proves its possession.
 *
 * @param id Keycloak's id; for a credential that a directory keeps, Keycloak's placeholder
 * @param name that the person gave to it; may be empty
 * @param since when it was set up, if that is known
 * @param lastUsed the last sign-in with it, if the realm's stored events tell
 * @param elsewhere whether a directory keeps it, not Keycloak
 * @param nameable whether the person may give it a name
 * @param codesLeft of recovery codes, those that were not used yet
 */
public record OwnCredential(
        String id,
        String name,
        Optional<Instant> since,
        Optional<Instant> lastUsed,
        boolean elsewhere,
        boolean nameable,
        Optional<Integer> codesLeft) {}
