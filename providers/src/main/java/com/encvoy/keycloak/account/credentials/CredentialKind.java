package com.encvoy.keycloak.account.credentials;

import java.util.List;
import java.util.Optional;

/**
 * A kind of credential that a realm uses: some step of a flow asks for it.
 *
 * @param type Keycloak's type, such as {@code otp}
 * @param title Keycloak's key of a message with its name, for types that are not Keycloak's own
 * @param action the required action that sets one up or, for a password that exists, replaces it; empty if people may
 *     not do that here
 * @param removable whether people may remove those they have
 * @param own those that the person has
 */
public record CredentialKind(
        String type, String title, Optional<String> action, boolean removable, List<OwnCredential> own) {}
