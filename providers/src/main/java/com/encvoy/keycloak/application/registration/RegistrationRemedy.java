package com.encvoy.keycloak.application.registration;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.NarrowScope;
import com.encvoy.keycloak.application.creation.SavedClient;

/**
 * A change of a client that removes a problem. It gives a client nothing that the template of its product lacks: only
 * the check proposes remedies, and a request cannot invent one.
 *
 * @param kind what changes
 * @param value the address, the scope, the seconds, or the fields, separated by spaces; empty for a switch
 */
public record RegistrationRemedy(Kind kind, String value) {

    private static final String ACCESS_TOKEN_TTL = "encvoy.access_token_ttl";
    private static final String REFRESH_TOKEN_TTL = "encvoy.refresh_token_ttl";
    private static final String REQUIRED_FIELDS = "encvoy.required_fields";

    /** What changes. */
    public enum Kind {
        ADD_REDIRECT_URI,
        ADD_DEFAULT_SCOPE,
        NARROW_SCOPE,
        SET_ACCESS_TOKEN_LIFETIME,

        /** Makes {@code offline_access} a default scope too, without which the session ends the tokens. */
        SET_REFRESH_TOKEN_LIFETIME,
        USE_REFRESH_TOKENS,
        REQUIRE_FIELDS,
        ENABLE_CLIENT,
        ENABLE_STANDARD_FLOW;

        /** The suffix of the message {@code problem.fix.<key>}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static RegistrationRemedy of(Kind kind) {
        return new RegistrationRemedy(kind, "");
    }

    /** Whether an administrator may have set this on purpose, so that owners must not undo it. */
    public boolean isForAdministrators(ClientModel client) {
        return switch (kind) {
            case ENABLE_CLIENT, ENABLE_STANDARD_FLOW, USE_REFRESH_TOKENS -> true;
            // Anyone may add the scope that protects people.
            case ADD_DEFAULT_SCOPE -> !value.equals(NarrowScope.SCOPE) && !mayAskFor(client, value);
            case SET_REFRESH_TOKEN_LIFETIME -> !mayAskFor(client, OAuth2Constants.OFFLINE_ACCESS);
            default -> false;
        };
    }

    /** Owners choose the product themselves, so that the scopes of its template are nothing they could rely on. */
    private static boolean mayAskFor(ClientModel client, String scope) {
        return client.getClientScopes(true).containsKey(scope)
                || client.getClientScopes(false).containsKey(scope);
    }

    /** Whether it would change anything: a limit of the realm is not lifted by asking again. */
    boolean changes(ClientModel client) {
        return switch (kind) {
            case ADD_REDIRECT_URI -> !client.getRedirectUris().contains(value);
            case ADD_DEFAULT_SCOPE -> lacks(client, value);
            case NARROW_SCOPE -> client.isFullScopeAllowed();
            case SET_ACCESS_TOKEN_LIFETIME -> !value.equals(client.getAttribute(ACCESS_TOKEN_TTL));
            case SET_REFRESH_TOKEN_LIFETIME ->
                lacks(client, OAuth2Constants.OFFLINE_ACCESS) || !value.equals(client.getAttribute(REFRESH_TOKEN_TTL));
            case USE_REFRESH_TOKENS -> true;
            case REQUIRE_FIELDS -> !Application.of(client).requiredFields().containsAll(List.of(value.split(" ")));
            case ENABLE_CLIENT -> !client.isEnabled();
            case ENABLE_STANDARD_FLOW -> !client.isStandardFlowEnabled();
        };
    }

    private static boolean lacks(ClientModel client, String scope) {
        return !client.getClientScopes(true).containsKey(scope)
                && KeycloakModelUtils.getClientScopeByName(client.getRealm(), scope) != null;
    }

    /** Changes the client, and tells the parts of the pack that follow it. The caller checks who may. */
    public void apply(KeycloakSession session, ClientModel client) {
        switch (kind) {
            case ADD_REDIRECT_URI -> {
                Set<String> uris = new LinkedHashSet<>(client.getRedirectUris());
                uris.add(value);
                client.setRedirectUris(uris);
            }
            case ADD_DEFAULT_SCOPE -> addDefaultScope(client, value);
            case NARROW_SCOPE -> client.setFullScopeAllowed(false);
            case SET_ACCESS_TOKEN_LIFETIME -> client.setAttribute(ACCESS_TOKEN_TTL, value);
            case SET_REFRESH_TOKEN_LIFETIME -> {
                addDefaultScope(client, OAuth2Constants.OFFLINE_ACCESS);
                client.setAttribute(REFRESH_TOKEN_TTL, value);
            }
            case USE_REFRESH_TOKENS ->
                OIDCAdvancedConfigWrapper.fromClientModel(client).setUseRefreshToken(true);
            case REQUIRE_FIELDS -> {
                Set<String> fields = new TreeSet<>(Application.of(client).requiredFields());
                fields.addAll(Arrays.asList(value.split(" ")));
                client.setAttribute(REQUIRED_FIELDS, String.join(" ", fields));
            }
            case ENABLE_CLIENT -> client.setEnabled(true);
            case ENABLE_STANDARD_FLOW -> client.setStandardFlowEnabled(true);
        }
        SavedClient.announce(session, client);
    }

    private static void addDefaultScope(ClientModel client, String name) {
        ClientScopeModel scope = name.equals(NarrowScope.SCOPE)
                ? NarrowScope.scope(client.getRealm()).orElse(null)
                : KeycloakModelUtils.getClientScopeByName(client.getRealm(), name);
        if (scope != null && !client.getClientScopes(true).containsKey(name)) {
            // An optional scope stays optional otherwise.
            client.removeClientScope(scope);
            client.addClientScope(scope, true);
        }
    }
}
