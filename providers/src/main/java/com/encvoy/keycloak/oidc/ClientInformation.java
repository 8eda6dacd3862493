package com.encvoy.keycloak.oidc;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.SessionExpirationUtils;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.protocol.oidc.utils.AuthorizeClientUtil;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;
import org.keycloak.utils.StringUtil;

/**
 * What an application is told of its own registration, once it has proved with its secret to be itself: for checks of a
 * set-up without a person who signs in. Names are those of RFC 7591, section 2, where it has one.
 */
final class ClientInformation {

    private final KeycloakSession session;
    private final EventBuilder event;
    private final RealmModel realm;

    ClientInformation(KeycloakSession session, EventBuilder event) {
        this.session = session;
        this.event = event.event(EventType.CLIENT_INFO);
        this.realm = session.getContext().getRealm();
    }

    /**
     * @throws CorsErrorResponseException {@code invalid_client} for a wrong secret, and for applications that have none
     */
    Response answer() {
        if (HttpsRequirement.isViolated(session)) {
            return OAuthErrors.httpsRequired();
        }
        Cors cors = Cors.builder().auth().allowedMethods("POST");
        ClientModel client =
                AuthorizeClientUtil.authorizeClient(session, event, cors).getClient();
        if (client.isPublicClient()) {
            event.error(OAuthErrorException.INVALID_CLIENT);
            throw new CorsErrorResponseException(
                    cors,
                    OAuthErrorException.INVALID_CLIENT,
                    "A public client proves nothing.",
                    Response.Status.UNAUTHORIZED);
        }
        event.client(client).success();
        return Response.ok(describe(client), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Map<String, Object> describe(ClientModel client) {
        Collection<String> standard = client.getClientScopes(true).keySet();
        Map<String, Object> information = new LinkedHashMap<>();
        information.put("client_id", client.getClientId());
        information.put(
                "redirect_uris",
                RedirectUtils.resolveValidRedirects(session, client.getRootUrl(), client.getRedirectUris()));
        information.put(
                "scope", names(Stream.concat(standard.stream(), client.getClientScopes(false).keySet().stream())));
        information.put("default_scope", names(standard.stream()));
        information.put("full_scope_allowed", client.isFullScopeAllowed());
        accessTokenLifetime(client).ifPresent(seconds -> information.put("access_token_lifetime", seconds));
        if (OIDCAdvancedConfigWrapper.fromClientModel(client).isUseRefreshToken()) {
            describeRefreshTokens(client, standard.contains(OAuth2Constants.OFFLINE_ACCESS), information);
        }
        return information;
    }

    private void describeRefreshTokens(ClientModel client, boolean offline, Map<String, Object> information) {
        long now = Time.currentTimeMillis();
        // Whatever the client says, a refresh token ends with the session of the person.
        long idle = Math.min(
                SessionExpirationUtils.calculateClientSessionIdleTimestamp(offline, false, now, realm, client),
                SessionExpirationUtils.calculateUserSessionIdleTimestamp(offline, false, now, realm));
        information.put("refresh_token_idle_lifetime", TimeUnit.MILLISECONDS.toSeconds(idle - now));
        LongStream.of(
                        SessionExpirationUtils.calculateClientSessionMaxLifespanTimestamp(
                                offline, false, now, now, realm, client),
                        SessionExpirationUtils.calculateUserSessionMaxLifespanTimestamp(offline, false, now, realm))
                .filter(end -> end > 0)
                .min()
                .ifPresent(
                        end -> information.put("refresh_token_lifetime", TimeUnit.MILLISECONDS.toSeconds(end - now)));
    }

    /** Empty where access tokens live as long as the session. */
    private OptionalInt accessTokenLifetime(ClientModel client) {
        String own = client.getAttribute(OIDCConfigAttributes.ACCESS_TOKEN_LIFESPAN);
        int seconds = StringUtil.isBlank(own) ? realm.getAccessTokenLifespan() : Integer.parseInt(own);
        return seconds < 0 ? OptionalInt.empty() : OptionalInt.of(seconds);
    }

    private static String names(Stream<String> scopes) {
        return Stream.concat(Stream.of(OAuth2Constants.SCOPE_OPENID), scopes)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
