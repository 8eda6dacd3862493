package com.encvoy.keycloak.application.editing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.representations.idm.ClientRepresentation;

/** The client of an application without a template: like those of the templates, with no further rights. */
final class NewClient {

    private static final int ID_LENGTH = 22;

    private static final List<String> DEFAULT_SCOPES = List.of("acr", "basic", "email", "encvoy", "profile");

    private static final List<String> OPTIONAL_SCOPES =
            List.of("accounts", "address", "catalog", "lk", "locale", "offline_access", "phone");

    private NewClient() {}

    static String randomId() {
        return SecretGenerator.getInstance().randomString(ID_LENGTH, SecretGenerator.ALPHANUM);
    }

    static ClientRepresentation of(ApplicationProfile profile) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(randomId());
        client.setName(profile.name());
        client.setDescription(profile.description());
        if (profile.domain() != null) {
            client.setRootUrl(profile.domain().toString());
            client.setBaseUrl("/");
        }
        client.setRedirectUris(profile.redirectUris());
        client.setPublicClient(profile.publicClient());
        client.setWebOrigins(profile.publicClient() ? List.of("+") : List.of());
        client.setClientAuthenticatorType("client-secret");
        client.setStandardFlowEnabled(true);
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setServiceAccountsEnabled(false);
        client.setConsentRequired(false);
        client.setFullScopeAllowed(false);
        client.setAttributes(attributes(profile));
        client.setDefaultClientScopes(DEFAULT_SCOPES);
        client.setOptionalClientScopes(OPTIONAL_SCOPES);
        return client;
    }

    private static Map<String, String> attributes(ApplicationProfile profile) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put(OIDCConfigAttributes.ACCESS_TOKEN_SIGNED_RESPONSE_ALG, "HS256");
        if (profile.publicClient()) {
            attributes.put(OIDCConfigAttributes.PKCE_CODE_CHALLENGE_METHOD, "S256");
        }
        List<String> afterLogout = profile.postLogoutRedirectUris();
        if (!afterLogout.isEmpty()) {
            attributes.put(
                    OIDCConfigAttributes.POST_LOGOUT_REDIRECT_URIS,
                    afterLogout.equals(List.of(PostLogoutUris.NONE))
                            ? PostLogoutUris.NONE
                            : String.join(
                                    Constants.CFG_DELIMITER,
                                    Stream.concat(Stream.of(Constants.INCLUDE_REDIRECTS), afterLogout.stream())
                                            .toList()));
        }
        return attributes;
    }
}
