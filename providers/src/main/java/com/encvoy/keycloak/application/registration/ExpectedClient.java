package com.encvoy.keycloak.application.registration;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.utils.StringUtil;

/** The client that a template would make for a product at its address: what the product expects. */
final class ExpectedClient {

    /** Stands for an address that is not known. Expectations that contain it are left out. */
    private static final URI NO_ADDRESS = URI.create("https://address.invalid");

    private final ApplicationTemplate template;
    private final Optional<URI> address;
    private final ClientRepresentation client;

    private ExpectedClient(ApplicationTemplate template, Optional<URI> address) {
        this.template = template;
        this.address = address;
        this.client = template.client(address.orElse(NO_ADDRESS), template.id());
    }

    /** Empty for an application that is not one of the products. */
    static Optional<ExpectedClient> of(ClientModel client) {
        return ApplicationTemplate.of(client)
                .map(template -> new ExpectedClient(template, ApplicationAddress.parse(client.getRootUrl())));
    }

    static ExpectedClient of(ApplicationTemplate template) {
        return new ExpectedClient(template, Optional.empty());
    }

    ApplicationTemplate template() {
        return template;
    }

    /** Complete, the one that the product sends first; empty if its address is not known. */
    List<String> redirectUris() {
        return address.map(root -> client.getRedirectUris().stream()
                        .map(path -> root + path)
                        .toList())
                .orElse(List.of());
    }

    Set<String> requiredFields() {
        String fields = client.getAttributes().get("encvoy.required_fields");
        return StringUtil.isBlank(fields) ? Set.of() : new TreeSet<>(Arrays.asList(fields.split(" ")));
    }

    /** Whether the product keeps people signed in by a refresh token that outlives the session. */
    boolean needsLastingTokens() {
        return client.getDefaultClientScopes().contains(OAuth2Constants.OFFLINE_ACCESS);
    }

    Optional<String> accessTokenLifetime() {
        return Optional.ofNullable(client.getAttributes().get(OIDCConfigAttributes.ACCESS_TOKEN_LIFESPAN));
    }

    Optional<String> refreshTokenLifetime() {
        return Optional.ofNullable(
                client.getAttributes().get(OIDCConfigAttributes.CLIENT_OFFLINE_SESSION_IDLE_TIMEOUT));
    }
}
