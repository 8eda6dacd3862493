package com.encvoy.keycloak.application.editing;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;

import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.access.Caller;

/**
 * A client whose tokens carry rights of people elsewhere. Only callers that Keycloak lets configure the client may send
 * these tokens to another address: an owner could otherwise receive the rights of an administrator who signs in.
 */
record WideScope(boolean holds) {

    static WideScope of(ClientModel client, Caller caller) {
        boolean wide = client.isFullScopeAllowed()
                || client.getScopeMappingsStream().findAny().isPresent();
        return new WideScope(wide && !caller.keycloak().clients().canConfigure(client));
    }

    Optional<Refusal> refusal(ApplicationProfile profile, ApplicationProfile current) {
        boolean sendsElsewhere = !new HashSet<>(current.redirectUris()).containsAll(profile.redirectUris())
                || !Objects.equals(current.domain(), profile.domain());
        return holds && sendsElsewhere
                ? Optional.of(Refusal.of(
                        ProfileRules.REDIRECT_URIS,
                        "wide_scope",
                        "Tokens of this application carry other rights too: only an administrator may change its "
                                + "addresses."))
                : Optional.empty();
    }
}
